using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TopHalf.Generator;

/// <summary>
/// All that the model of a driver can depend on, at one moment of a project: what the files declare, what is referenced, the
/// options. Tells which types may mean something else than at an earlier moment. Holds nothing of a compilation.
/// </summary>
public sealed class ProjectState
{
    private static readonly ConditionalWeakTable<Compilation, ProjectState> Known = new();

    private readonly FileSummary[] _files;
    private readonly object[] _project;
    private readonly string? _assemblyName;

    // The drivers of a project were all parsed at the same earlier moment, so one answer serves all of them. Held weakly, or
    // each moment would keep the one before.
    private Tuple<WeakReference<ProjectState>, AffectedTypes>? _last;

    private ProjectState(FileSummary[] files, object[] project, string? assemblyName)
    {
        _files = files;
        _project = project;
        _assemblyName = assemblyName;
    }

    /// <summary>The state of the project that is compiled.</summary>
    public static ProjectState Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(compilation, out ProjectState? state))
        {
            ProjectState made = new(
                [.. compilation.SyntaxTrees.Select(tree => FileSummary.Of(tree, cancellationToken))],
                [Identity.Of(compilation.Options), .. compilation.References.Select(static r => Identity.Of(r))],
                compilation.AssemblyName);
            state = Known.GetValue(compilation, _ => made);
        }

        return state;
    }

    /// <summary>Whether a type of this name may be another than it was, or may depend on one that is.</summary>
    public bool IsAffected(string typeName, ProjectState since)
        => !ReferenceEquals(this, since) && AffectedSince(since).Contains(typeName);

    private AffectedTypes AffectedSince(ProjectState older)
    {
        if (_last is { } last && last.Item1.TryGetTarget(out ProjectState? known) && ReferenceEquals(known, older))
        {
            return last.Item2;
        }

        AffectedTypes affected = _assemblyName == older._assemblyName && _project.SequenceEqual(older._project)
            ? AffectedTypes.Between(older._files, _files)
            : AffectedTypes.All;
        _last = Tuple.Create(new WeakReference<ProjectState>(older), affected);
        return affected;
    }
}
