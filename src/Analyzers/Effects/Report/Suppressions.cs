using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>[InterruptUnsafe]: each with a reason, and none that hides nothing.</summary>
internal static class Suppressions
{
    /// <summary>Checks what is written on a member or type.</summary>
    public static void Check(ISymbol symbol, EffectModel model, Action<Diagnostic> report, CancellationToken cancellation)
    {
        // Of two parts the one with the code.
        bool hasOther = symbol is IMethodSymbol { PartialImplementationPart: not null } or IPropertySymbol { PartialImplementationPart: not null };
        if (hasOther || Attribute(symbol) is null)
        {
            return;
        }

        var codes = new List<Code>();
        bool mayHide = symbol is INamedTypeSymbol { TypeKind: not (TypeKind.Class or TypeKind.Struct) };
        foreach (IMethodSymbol method in Methods(symbol))
        {
            // Who overrides it, and what native code does, cannot be looked at; and what it shares with a handler is found from there.
            mayHide |= method.IsAbstract || method.IsExtern || Members.IsVirtual(method, null) || NativeCalls.IsImport(method)
                || SharedState.IsUsed(method, model, cancellation);
            codes.Add(model.GetCode(method, Env.Empty));
        }

        if (mayHide)
        {
            codes.Clear();
        }

        Check(symbol, codes, model, report, cancellation);
    }

    /// <summary>Checks what is written on something with this code; without any, it is taken to hide something.</summary>
    public static void Check(ISymbol symbol, IReadOnlyList<Code> codes, EffectModel model, Action<Diagnostic> report, CancellationToken cancellation)
    {
        // Without an argument it is an error of C#.
        if (Attribute(symbol) is not { ConstructorArguments: [{ Value: var reason }], ApplicationSyntaxReference: { } reference })
        {
            return;
        }

        var location = Location.Create(reference.SyntaxTree, reference.Span);
        string name = Name(symbol);
        if (string.IsNullOrWhiteSpace(reason as string))
        {
            report(Diagnostic.Create(EffectRules.NoReason, location, name));
        }
        else if (codes.Count > 0 && !codes.Any(c => model.Races.IsExcused(c.Method) || Roots.Find(c, model, cancellation).Any()))
        {
            report(Diagnostic.Create(EffectRules.UnusedUnsafe, location, name));
        }
    }

    private static AttributeData? Attribute(ISymbol symbol) => symbol.GetAttributes().FirstOrDefault(static a =>
        a.AttributeClass is { Name: KnownNames.InterruptUnsafeAttribute, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } });

    private static IEnumerable<IMethodSymbol> Methods(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => [method],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        IEventSymbol @event => new[] { @event.AddMethod, @event.RemoveMethod }.OfType<IMethodSymbol>(),
        INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>(),
        _ => [],
    };

    private static string Name(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => Names.Of(method, null, null),
        IPropertySymbol { IsIndexer: true } => "this[]",
        _ => symbol.Name,
    };
}
