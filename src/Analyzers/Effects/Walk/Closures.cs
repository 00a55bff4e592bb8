using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Closures: the objects with the variables that lambdas share with the code around them. They are made where the variables begin, also
/// where the lambda is not reached, so that it does not matter which way the code goes.
/// </summary>
internal static class Closures
{
    /// <summary>Notes every closure that this code makes: for its own variables, whoever uses them.</summary>
    public static void Visit(IOperation? code, Body body)
    {
        // A lambda may be all that there is: x => () => x.
        if (code is null || !code.Syntax.DescendantNodesAndSelf().Any(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax))
        {
            return;
        }

        var pending = new Stack<IOperation>();
        pending.Push(code);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (operation is IDelegateCreationOperation creation && Captures.Of(creation, body) is { } captures)
            {
                Visit(creation, captures, body);
                continue;
            }

            // A branch of an expression that is never taken is left out before closures are made; one of a statement is not.
            if (operation is IConditionalOperation { Type: not null, Condition.ConstantValue: { HasValue: true, Value: bool condition } } choice)
            {
                pending.Push(condition ? choice.WhenTrue : choice.WhenFalse ?? choice.WhenTrue);
                continue;
            }

            // What is nested in a lambda uses no more than the lambda; and some text is no code at all.
            if (operation is not IAnonymousFunctionOperation and not INameOfOperation
                && !(operation is IInvocationOperation call && ConditionalCalls.IsOmitted(call)))
            {
                foreach (IOperation child in operation.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>Whether a delegate needs a closure that is made here, and so was noted.</summary>
    public static bool IsMadeHere(Captures captures, Body body) => captures.Variables.Any(v => IsOwn(v, body));

    private static void Visit(IDelegateCreationOperation creation, Captures captures, Body body)
    {
        if (captures.Variables.Any(v => IsOwn(v, body) && !IsOnWayToThrow(v, creation)))
        {
            string[] names = [.. captures.Variables.Where(static v => !IsMadeUp(v)).Select(static v => v.Name).OrderBy(static n => n, StringComparer.Ordinal)];
            body.Report(
                EffectRules.Closure,
                Names.PlaceOf(creation.Syntax),
                $"a closure{(names.Length == 0 ? "" : " over ")}{string.Join(", ", names.Select(static n => $"'{n}'"))}, from where {(names.Length > 1 ? "they begin" : "it begins")}, and a delegate; state in a field needs no closure");
        }
    }

    private static bool IsOwn(ISymbol variable, Body body)
        => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, body.Code.Method);

    // The compiler's own name for the variables of a query.
    private static bool IsMadeUp(ISymbol variable) => variable.Name.StartsWith("<", StringComparison.Ordinal);

    // A variable that begins where nothing but a throw follows has its closure there.
    private static bool IsOnWayToThrow(ISymbol variable, IOperation use)
    {
        if (variable is not ILocalSymbol || variable.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration)
        {
            return false;
        }

        for (IOperation? up = use; up is not null; up = up.Parent)
        {
            if (up.Syntax.Span.Contains(declaration.Span) && Flow.AlwaysThrows(up))
            {
                return true;
            }
        }

        return false;
    }
}
