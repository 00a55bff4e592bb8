using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// Remembers the model of each driver class, by its syntax. Roslyn asks for all of them after each keystroke, since a name in
/// an attribute may have got another meaning, and binding thousands of attributes anew is what costs. Whether one did is
/// known from the declarations alone (<see cref="ProjectState"/>).
/// </summary>
internal static class DriverCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Known = new();

    /// <summary>The model of a driver class; null where another part of the class has it.</summary>
    public static DriverModel? Get(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        var state = ProjectState.Of(attributed.SemanticModel.Compilation, cancellationToken);
        Entry entry = Known.GetOrCreateValue(attributed.TargetNode);
        if (entry.Parsed is { } parsed && !state.IsAffected(attributed.TargetSymbol.Name, parsed.State))
        {
            // The next question is about the difference to the present, which is small.
            entry.Parsed = parsed with { State = state };
            return parsed.Model;
        }

        DriverModel? model = Parse(attributed, cancellationToken);
        entry.Parsed = new Parsed(state, model);
        return model;
    }

    private static DriverModel? Parse(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        // Twice the attribute on two parts of a class is an error of C#'s (CS0579), and must not become two files of one name.
        if (attributed.TargetSymbol is not INamedTypeSymbol type
            || DriverParser.FindDriverAttribute(type) is not { } attribute
            || attribute.ApplicationSyntaxReference is not { } application
            || application.SyntaxTree != attributed.TargetNode.SyntaxTree
            || !attributed.TargetNode.Span.Contains(application.Span))
        {
            return null;
        }

        return DriverParser.Parse(type, attribute, new FaultFlag(), cancellationToken);
    }

    private sealed record Parsed(ProjectState State, DriverModel? Model);

    private sealed class Entry
    {
        private volatile Parsed? _parsed;

        public Parsed? Parsed
        {
            get => _parsed;
            set => _parsed = value;
        }
    }
}
