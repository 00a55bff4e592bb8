using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a lambda or local function uses of the code around it: variables, which then live on the heap, and <c>this</c>.</summary>
internal sealed class Captures
{
    private readonly HashSet<ISymbol> _inside = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly Body _body;

    private Captures(Body body) => _body = body;

    /// <summary>The locals and parameters.</summary>
    public IReadOnlyCollection<ISymbol> Variables => _variables;

    /// <summary>Whether it uses <c>this</c>.</summary>
    public bool HasThis { get; private set; }

    /// <summary>Whether it uses nothing: its delegate can be kept for good.</summary>
    public bool IsEmpty => _variables.Count == 0 && !HasThis;

    /// <summary>Of the lambda or local function that a delegate is made for; nothing, if it is made for something else.</summary>
    public static Captures? Of(IDelegateCreationOperation creation, Body body)
    {
        var captures = new Captures(body);
        switch (creation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                captures.Collect(lambda);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local:
                captures.Collect(local.Method);
                break;
            default:
                return null;
        }

        captures._variables.RemoveWhere(captures.IsInside);
        return captures;
    }

    // A variable is inside by what declares it: a query declares those of its lambdas outside of their text.
    private bool IsInside(ISymbol variable) => _inside.Contains(variable.ContainingSymbol);

    private void Collect(IMethodSymbol function)
    {
        IMethodSymbol definition = function.OriginalDefinition;
        if (definition.IsStatic || _inside.Contains(definition))
        {
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (SyntaxReference reference in definition.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(_body.Cancellation);
            if (_body.Model.GetModel(syntax.SyntaxTree).GetOperation(syntax, _body.Cancellation) is ILocalFunctionOperation operation)
            {
                Collect(operation);
            }
        }
    }

    private void Collect(IOperation function)
    {
        foreach (IOperation operation in function.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAnonymousFunctionOperation inner:
                    _inside.Add(inner.Symbol);
                    break;
                case ILocalFunctionOperation inner:
                    _inside.Add(inner.Symbol);
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
                    when operation.Parent is not IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction }:
                    HasThis = true;
                    break;
                case ILocalReferenceOperation { Local.IsConst: false } local:
                    _variables.Add(local.Local);
                    break;
                case IParameterReferenceOperation { Parameter: { } parameter }:
                    Add(parameter);
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                    Collect(called);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } called }:
                    Collect(called);
                    break;
            }
        }
    }

    private void Add(IParameterSymbol parameter)
    {
        // A parameter of a primary constructor is a field of the object, outside of the constructor itself.
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && !SymbolEqualityComparer.Default.Equals(constructor, _body.Code.Method))
        {
            HasThis = true;
        }
        else
        {
            _variables.Add(parameter);
        }
    }
}
