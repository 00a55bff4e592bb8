using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Finds all that runs when a method is called, also what the compiler puts around its body, and reads it.</summary>
internal static class BodyReader
{
    public static Facts Read(Code code, EffectModel model, CancellationToken cancellation)
    {
        var body = new Body(code, model, cancellation);
        try
        {
            DeepStack.Run(() => Read(body = new Body(code, model, cancellation)));
        }
        catch (InsufficientExecutionStackException)
        {
            body.Report(
                EffectRules.TooLarge, PlaceOf(code, cancellation), "an expression is nested too deeply to be read; in parts it could be proven");
        }

        return body.ToFacts();
    }

    private static void Read(Body body)
    {
        Code code = body.Code;
        if (code.Lambda is { } lambda)
        {
            VisitLambda(body.Model.GetModel(lambda.SyntaxTree).GetOperation(lambda, body.Cancellation), body);
            return;
        }

        if (code.Method.MethodKind == MethodKind.Constructor)
        {
            ConstructorCode.Visit(code.Method, body);
            if (code.Method.IsImplicitlyDeclared)
            {
                return;
            }
        }

        if ((code.Method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0)
        {
            body.Report(
                EffectRules.Lock, PlaceOf(code, body.Cancellation), "is synchronized: it waits for whoever runs another synchronized method of the object");
        }

        if (code.Method is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true })
        {
            RecordMembers.Visit(code.Method, PlaceOf(code, body.Cancellation), body);
            return;
        }

        foreach (SyntaxReference reference in code.Method.DeclaringSyntaxReferences)
        {
            Visit(reference.GetSyntax(body.Cancellation), body);
        }
    }

    // What nobody wrote has the place of its class.
    private static Place PlaceOf(Code code, CancellationToken cancellation)
        => Names.PlaceOf(code.Lambda ?? code.Method.DeclaringSyntaxReferences.Concat(code.Method.ContainingType.DeclaringSyntaxReferences).First().GetSyntax(cancellation));

    private static void VisitLambda(IOperation? operation, Body body)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                Closures.Visit(lambda.Body, body);
                body.Walker.VisitFunction(lambda.Body);
                LoopCheck.Visit(lambda, body);
                FunctionKinds.Visit(body, lambda.Syntax);
                break;
            case IDelegateCreationOperation { Target: { } target }:
                VisitLambda(target, body);
                break;
            case IMethodReferenceOperation group:
                Calls.Visit(group.Method, group.Instance, group.IsVirtual, [], Names.PlaceOf(group.Syntax), group.ConstrainedToType, body);
                break;
        }
    }

    private static void Visit(SyntaxNode declaration, Body body)
    {
        // Accessors and expression bodies have operations of their own; a primary constructor's class is the base call only.
        SyntaxNode? node = declaration switch
        {
            PropertyDeclarationSyntax property => property.ExpressionBody,
            IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
            ArrowExpressionClauseSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
                or TypeDeclarationSyntax => declaration,
            _ => null,
        };
        if (node is null)
        {
            return;
        }

        IOperation? operation = body.Model.GetModel(node.SyntaxTree).GetOperation(node, body.Cancellation);
        Closures.Visit(operation, body);
        switch (operation)
        {
            case IMethodBodyOperation method:
                body.Walker.VisitFunction(method.BlockBody ?? method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                body.Walker.Visit(constructor.Initializer);
                body.Walker.VisitFunction(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case ILocalFunctionOperation local:
                body.Walker.VisitFunction(local.Body);
                break;
            case IBlockOperation block:
                body.Walker.VisitFunction(block);
                break;
        }

        if (operation is not null)
        {
            LoopCheck.Visit(operation, body);
        }

        Locks.Visit(body.Code.Method, declaration, body);
        FunctionKinds.Visit(body, declaration);
    }
}
