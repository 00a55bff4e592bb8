using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Delegates: a lambda in the call itself, so that the analyzer sees what it does. It does nothing.</summary>
internal static class Lambdas
{
    /// <summary>The recipe of a delegate type.</summary>
    public static Recipe? Of(INamedTypeSymbol type)
    {
        if (type.DelegateInvokeMethod is not { ReturnsByRef: false, ReturnsByRefReadonly: false } invoke || invoke.Parameters.Any(static p => p.RefKind == RefKind.Out || TypeText.IsUnsafe(p.Type)))
        {
            return null;
        }

        string parameters = string.Join(", ", invoke.Parameters.Select(static (p, i) => $"{Modifier(p)}{TypeText.Of(p.Type)} p{i}"));
        return new Recipe("", [], $"static ({parameters}) => {(invoke.ReturnsVoid ? "{ }" : $"default({TypeText.Of(invoke.ReturnType)})")}");
    }

    private static string Modifier(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };
}
