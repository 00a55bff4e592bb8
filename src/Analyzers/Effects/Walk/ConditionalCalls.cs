using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Calls that the compiler leaves out of this build, with their arguments: <c>Debug.Assert</c> in a release.</summary>
internal static class ConditionalCalls
{
    public static bool IsOmitted(IInvocationOperation call)
    {
        // A partial method that nobody wrote.
        if (call.TargetMethod.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
        {
            return true;
        }

        string[] symbols = [.. Conditions(call.TargetMethod)];
        return symbols.Length > 0 && !symbols.Any(symbol => IsDefined(symbol, call.Syntax));
    }

    private static IEnumerable<string> Conditions(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            foreach (AttributeData attribute in current.GetAttributes())
            {
                if (attribute is { AttributeClass.Name: "ConditionalAttribute", ConstructorArguments: [{ Value: string symbol }] })
                {
                    yield return symbol;
                }
            }
        }
    }

    private static bool IsDefined(string symbol, SyntaxNode site)
    {
        bool isDefined = site.SyntaxTree.Options is CSharpParseOptions options && options.PreprocessorSymbolNames.Contains(symbol, StringComparer.Ordinal);

        // #define and #undef stand before all else in a file.
        SyntaxToken first = site.SyntaxTree.GetRoot().GetFirstToken(includeZeroWidth: true);
        foreach (SyntaxTrivia trivia in first.LeadingTrivia)
        {
            switch (trivia.GetStructure())
            {
                case DefineDirectiveTriviaSyntax { IsActive: true } define when define.Name.ValueText == symbol:
                    isDefined = true;
                    break;
                case UndefDirectiveTriviaSyntax { IsActive: true } undefine when undefine.Name.ValueText == symbol:
                    isDefined = false;
                    break;
            }
        }

        return isDefined;
    }
}
