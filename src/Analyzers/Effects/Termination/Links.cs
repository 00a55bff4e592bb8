using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Which variables of a loop go on to where memory says: <c>node = node->Next</c>, <c>at += entry.Length</c>. A list comes to its end,
/// whoever wrote it; a ring that is walked by counting has none.
/// </summary>
internal sealed class Links(WriteSet writes, MethodUses uses)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public bool Lead(string path)
    {
        if (!_known.TryGetValue(path, out bool isLed))
        {
            isLed = writes.Of(path).Any(w => w.Value is { } value && Comes(value, path, new HashSet<string>(StringComparer.Ordinal)));
            _known.Add(path, isLed);
        }

        return isLed;
    }

    // Out of memory that the variable leads to, directly or through others that are set here.
    private bool Comes(IOperation value, string path, HashSet<string> visited)
    {
        foreach (IOperation operation in Operations.InFunction(value))
        {
            string? read = Paths.Of(operation);
            if (read == path)
            {
                continue;
            }

            if ((IsMemory(operation) && writes.DependsOn(operation, path))
                || (read is not null && visited.Add(read) && writes.Of(read).Any(w => w.Value is { } source && Comes(source, path, visited))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMemory(IOperation operation) => operation switch
    {
        IInvocationOperation call
            => SharedMemory.IsRead(call.TargetMethod) || uses.Of(call.TargetMethod, 0) is { IsShared: true } or { IsSharedByArgument: true },
        IFieldReferenceOperation { Instance: not null } or IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Instance: not null } property => property.Property.Name is not ("Length" or "Count"),
        _ => SharedMemory.IsIndirection(operation),
    };
}
