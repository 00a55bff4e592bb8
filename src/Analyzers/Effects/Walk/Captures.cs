using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The variables of the code around it that a lambda or local function uses: they move to an object of the heap.</summary>
internal static class Captures
{
    public static string[] Of(IAnonymousFunctionOperation lambda, Body body)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(lambda.Body, lambda.Syntax, names, body, []);
        return [.. names];
    }

    public static string[] Of(IMethodSymbol function, Body body)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(function, names, body, []);
        return [.. names];
    }

    private static void Collect(IMethodSymbol function, SortedSet<string> names, Body body, HashSet<ISymbol> visited)
    {
        IMethodSymbol definition = function.OriginalDefinition;
        if (!visited.Add(definition) || definition.IsStatic)
        {
            return;
        }

        foreach (SyntaxReference reference in definition.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(body.Cancellation);
            if (body.Model.GetModel(syntax.SyntaxTree).GetOperation(syntax, body.Cancellation) is ILocalFunctionOperation operation)
            {
                Collect(operation, syntax, names, body, visited);
            }
        }
    }

    private static void Collect(IOperation code, SyntaxNode scope, SortedSet<string> names, Body body, HashSet<ISymbol> visited)
    {
        foreach (IOperation operation in code.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    names.Add("this");
                    break;
                case ILocalReferenceOperation { Local.IsConst: false } local when IsOutside(local.Local, scope):
                    names.Add(local.Local.Name);
                    break;
                case IParameterReferenceOperation { Parameter: { } parameter } when IsOutside(parameter, scope):
                    // A parameter of a primary constructor is a field of the object.
                    names.Add(parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "this" : parameter.Name);
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } when IsOutside(called, scope):
                    Collect(called, names, body, visited);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } called } when IsOutside(called, scope):
                    Collect(called, names, body, visited);
                    break;
            }
        }
    }

    private static bool IsOutside(ISymbol symbol, SyntaxNode scope)
        => !symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == scope.SyntaxTree && scope.Span.Contains(r.Span));
}
