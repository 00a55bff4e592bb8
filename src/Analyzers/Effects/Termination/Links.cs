using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Which variables of a loop go on to where memory says: <c>node = node->Next</c>, <c>at += entry.Length</c>. A list comes to its end,
/// whoever wrote it; a ring that is walked by counting has none.
/// </summary>
internal sealed class Links(WriteSet writes, MethodUses uses)
{
    private readonly Dictionary<IReadOnlyList<string>, HashSet<string>> _known = [];

    /// <summary>Whether a variable gets its value out of memory that it leads to, directly or through others that are set here.</summary>
    public bool Lead(string path)
    {
        IReadOnlyList<string> tied = writes.TiedTo(path);
        if (!_known.TryGetValue(tied, out HashSet<string>? places))
        {
            _known.Add(tied, places = Places(tied));
        }

        return places.Count > (places.Contains(path) ? 1 : 0);
    }

    // The memory that variables which are set from each other lead to: by the variable that it is, or that it is none.
    private HashSet<string> Places(IReadOnlyList<string> tied) => new(
        tied.SelectMany(writes.Of).Select(static w => w.Value).OfType<IOperation>().SelectMany(Operations.InFunction)
            .Where(o => IsMemory(o) && writes.DependsOn(o, tied[0])).Select(static o => Paths.Of(o) ?? ""),
        StringComparer.Ordinal);

    private bool IsMemory(IOperation operation) => operation switch
    {
        IInvocationOperation call
            => SharedMemory.IsRead(call.TargetMethod) || uses.Of(call.TargetMethod, 0) is { IsShared: true } or { IsSharedByArgument: true },
        IFieldReferenceOperation { Instance: not null } or IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Instance: not null } property => property.Property.Name is not ("Length" or "Count"),
        _ => SharedMemory.IsIndirection(operation),
    };
}
