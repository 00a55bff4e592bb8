using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>What a construct costs at each call, once all is warm.</summary>
internal enum Steady
{
    Free,
    Allocates,
    Escapes,
    First,
    Unoptimised,
}

/// <summary>A construct of C#, and what its marks say of it.</summary>
/// <param name="Case">The call of its method.</param>
/// <param name="Name">Its method.</param>
/// <param name="Steady">What it allocates.</param>
/// <param name="Blocks">Whether it waits or calls the kernel.</param>
/// <param name="Throws">The rule that says that it throws; empty, if it does not.</param>
/// <param name="IsUnproven">Whether it calls what may be anyone's.</param>
/// <param name="SaidOtherwise">Rules that say otherwise, with the sentence of their page that says why.</param>
internal sealed record Construct(
    Case Case, string Name, Steady Steady, bool Blocks, string Throws, bool IsUnproven, IReadOnlyList<(string Rule, string Sentence)> SaidOtherwise)
{
    private const string Namespace = "LibraryCalls.Constructs";

    // What they read is filled as the receiver of a call is, before it is measured.
    private static readonly string[] Filled = ["r:State"];

    /// <summary>The constructs of a compilation: every method with a mark of what it allocates.</summary>
    public static Construct[] Of(CSharpCompilation compilation)
    {
        IMethodSymbol[] methods =
        [
            .. compilation.SyntaxTrees.Select(t => compilation.GetSemanticModel(t))
                .SelectMany(static m => m.SyntaxTree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>()
                    .Select(s => m.GetDeclaredSymbol(s)!))
                .Where(static s => Marks(s).Any()),
        ];
        return [.. methods.Select(Read)];
    }

    private static Construct Read(IMethodSymbol method, int number)
    {
        string[] marks = [.. Marks(method).Select(static m => m.AttributeClass!.Name[..^"Attribute".Length])];
        string call = $"{method.ContainingType.ToDisplayString()}.{method.Name}();";
        return new(
            new Case(number, method.Name, call, Filled, 1),
            method.Name,
            Enum.Parse<Steady>(marks.Single(static m => Enum.IsDefined(typeof(Steady), m))),
            marks.Contains("Blocks"),
            (string?)Marks(method).SingleOrDefault(static m => m.AttributeClass!.Name == "ThrowsAttribute")?.ConstructorArguments[0].Value ?? "",
            marks.Contains("Unproven"),
            [.. Marks(method).Select(static m => m.ConstructorArguments).Where(static a => a.Length == 2).Select(static a => ((string)a[0].Value!, (string)a[1].Value!))]);
    }

    private static IEnumerable<AttributeData> Marks(IMethodSymbol method)
        => method.GetAttributes().Where(static a => a.AttributeClass?.ContainingNamespace.ToDisplayString() == Namespace);
}
