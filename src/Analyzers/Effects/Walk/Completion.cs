using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The tasks that a guard proved to be completed where the walk is; lazy values, too. They are told apart by the path that names them, <c>t</c>,
/// <c>this.Job.Task</c>; what is known is a set of facts, so that it can be put back, and two ways that meet know what both know.
/// </summary>
internal sealed class Completion
{
    private static readonly ImmutableHashSet<Fact> Nothing = ImmutableHashSet<Fact>.Empty;

    /// <summary>The state.</summary>
    public ImmutableHashSet<Fact> Known { get; set; } = Nothing;

    /// <summary>How many members were read to find out what a condition means.</summary>
    public int Depth { get; set; }

    /// <summary>What is known where ways meet; a way that leaves does not count.</summary>
    public void Merge(ImmutableHashSet<Fact>? one, ImmutableHashSet<Fact>? other)
        => Known = one is null ? other ?? Known : other is null ? one : one.Intersect(other);

    /// <summary>Notes that a task is completed, and so every other name of it.</summary>
    public void Add(IOperation task)
    {
        if (TaskPaths.Of(task) is { } path)
        {
            Add(path);
        }
    }

    /// <summary>The same, by its path.</summary>
    public void Add(string path)
    {
        var fact = new Fact(FactKind.Completed, path, "");
        if (Known.Contains(fact))
        {
            return;
        }

        Known = Known.Add(fact);
        foreach (Fact same in Known.Where(f => f.Kind == FactKind.Same && (f.Name == path || f.Task == path)))
        {
            Add(same.Name == path ? same.Task : same.Name);
        }
    }

    /// <summary>Takes what a flag tells that was set earlier: <c>bool done = t.IsCompleted</c>.</summary>
    public void AddBehind(string flag, bool outcome)
    {
        foreach (Fact fact in Known.Where(f => f.Kind == (outcome ? FactKind.IfTrue : FactKind.IfFalse) && f.Name == flag))
        {
            Add(fact.Task);
        }
    }

    /// <summary>Notes what a variable gets.</summary>
    public void Set(IOperation target, IOperation? value)
    {
        if (TaskPaths.Of(target) is { } path)
        {
            Set(path, value);
        }
    }

    /// <summary>The same, by its path.</summary>
    public void Set(string path, IOperation? value)
    {
        bool isCompleted = Covers(value);
        Forget(path);
        if (isCompleted)
        {
            Add(path);
        }
        else if (value is not null && TaskPaths.Of(value) is { } other && other != path)
        {
            Known = Known.Add(new Fact(FactKind.Same, path, other));
        }

        if (value?.Type?.SpecialType == SpecialType.System_Boolean)
        {
            Note(FactKind.IfTrue, path, value, true);
            Note(FactKind.IfFalse, path, value, false);
        }
    }

    /// <summary>Forgets what a name that is set now stood for.</summary>
    public void Forget(string path)
    {
        if (!Known.IsEmpty)
        {
            Known = Known.Except(Known.Where(f => f.IsAbout(path)));
        }
    }

    /// <summary>Forgets all that is set somewhere inside: where a loop begins, it may come round.</summary>
    public void ForgetSet(IOperation inside)
    {
        if (Known.IsEmpty)
        {
            return;
        }

        foreach (IOperation operation in inside.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAssignmentOperation assignment:
                    Forget(assignment.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    Forget(argument.Value);
                    break;
            }
        }
    }

    /// <summary>Forgets what a call sets: what it is given by reference, and fields.</summary>
    public void ForgetSetBy(IInvocationOperation call, MethodUses uses)
    {
        if (!Known.IsEmpty)
        {
            foreach (Write write in CallWrites.Of(call, uses, 0))
            {
                Forget(write.Path);
            }
        }
    }

    /// <summary>Whether a task is known to be completed: it was tested, or it is made so.</summary>
    public bool Covers(IOperation? task) => task switch
    {
        null => false,
        IConversionOperation conversion => Covers(conversion.Operand),
        IParenthesizedOperation parenthesized => Covers(parenthesized.Operand),
        IDefaultValueOperation { Type.Name: "ValueTask" } => true,
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } } => true,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [] or [{ Value.Type.Name: not "Task" and not "IValueTaskSource" }] } => true,
        IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled", ContainingType.Name: "Task" or "ValueTask" } } => true,
        IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait" or "AsTask" or "Preserve", Instance: { } inner } when Covers(inner) => true,
        _ => TaskPaths.Of(task) is { } path && Known.Contains(new Fact(FactKind.Completed, path, "")),
    };

    private void Forget(IOperation target)
    {
        if (target is ITupleOperation targets)
        {
            foreach (IOperation element in targets.Elements)
            {
                Forget(element);
            }
        }
        else if (TaskPaths.Of(target) is { } path)
        {
            Forget(path);
        }
    }

    private void Note(FactKind kind, string flag, IOperation condition, bool outcome)
    {
        ImmutableHashSet<Fact> before = Known;
        Guards.Assume(condition, outcome, this);
        string[] proven = [.. Known.Except(before).Where(static f => f.Kind == FactKind.Completed).Select(static f => f.Name)];
        Known = before.Union(proven.Select(p => new Fact(kind, flag, p)));
    }

    /// <summary>What a fact says.</summary>
    public enum FactKind
    {
        /// <summary>The task of the name is completed.</summary>
        Completed,

        /// <summary>Two names are of one task.</summary>
        Same,

        /// <summary>The task is completed if the flag of the name is true.</summary>
        IfTrue,

        /// <summary>The task is completed if the flag of the name is false.</summary>
        IfFalse,
    }

    /// <summary>One thing that is known.</summary>
    public sealed record Fact(FactKind Kind, string Name, string Task)
    {
        /// <summary>Whether it says something of a variable, or of what is reached through it.</summary>
        public bool IsAbout(string path) => IsUnder(Name, path) || IsUnder(Task, path);

        private static bool IsUnder(string name, string path)
            => name == path || name.StartsWith(path + ".", StringComparison.Ordinal) || name.StartsWith(path + "[", StringComparison.Ordinal)
                || name.IndexOf($"[{path}]", StringComparison.Ordinal) >= 0;
    }
}
