using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TopHalf.Analyzers.Effects;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH2003: gives a method whose parameter is an interface, and that is called with a struct, a type parameter with that interface as its
/// constraint: <c>void Use(ISink sink)</c> becomes <c>void Use&lt;TSink&gt;(TSink sink) where TSink : ISink</c>, and nothing is boxed.
/// Offered where the method only calls members of the interface that implementations must have, and where every call can be seen and still
/// finds the type. Not offered for generic methods, overloads, and what is taken as a delegate.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstrainedGenericFix)), Shared]
public sealed class ConstrainedGenericFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [EffectRules.Box.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { Node.Parent: ArgumentSyntax argument } cause
            || cause.Model.GetOperation(argument, cancellationToken) is not IArgumentOperation
            {
                ArgumentKind: ArgumentKind.Explicit,
                Parameter.OriginalDefinition: { RefKind: RefKind.None, IsParams: false, IsOptional: false, NullableAnnotation: not NullableAnnotation.Annotated } parameter,
                Value: IConversionOperation { IsImplicit: true, Type.TypeKind: TypeKind.Interface },
                Parent: IInvocationOperation { TargetMethod: { Arity: 0 } called },
            }
            || OwnMethod.Of(called, cause.Model, cancellationToken) is not { } method
            || method.SyntaxOf(parameter) is not { Type: { } type } syntax
            || !method.Calls.All(c => FindsType(c, parameter, cause.Model, cancellationToken))
            || method.UsesOf(parameter, cause.Model, cancellationToken) is not { } uses
            || !uses.All(u => IsCallOfMember(u, cause.Model, cancellationToken)))
        {
            return null;
        }

        string name = "T" + char.ToUpperInvariant(parameter.Name[0]).ToString() + parameter.Name.Substring(1);
        if (!SemanticModels.Of(cause.Model, syntax.SyntaxTree).LookupSymbols(syntax.SpanStart, name: name).IsEmpty)
        {
            return null;
        }

        return new Repair(
            $"Make '{method.Symbol.Name}' generic in '{parameter.Name}', with {type.WithoutTrivia()} as the constraint",
            syntax,
            [
                (type, current => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current)),
                (method.Declaration, current => GenericMethods.Add(current, name, type.WithoutTrivia())),
            ]);
    }

    // Of the argument as it is written, without the conversion that will be gone.
    private static bool FindsType(IInvocationOperation call, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is not { ArgumentKind: ArgumentKind.Explicit, Syntax: ArgumentSyntax { Expression: { } value } }
            || SemanticModels.Of(model, value.SyntaxTree).GetTypeInfo(value, cancellationToken).Type is not { TypeKind: not (TypeKind.Dynamic or TypeKind.Error), IsRefLikeType: false } type
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || value.DescendantNodesAndSelf().Any(static n => n.IsKind(SyntaxKind.DefaultLiteralExpression)))
        {
            return false;
        }

        Conversion conversion = model.Compilation.ClassifyConversion(type, parameter.Type);
        return conversion.IsIdentity || (conversion is { IsImplicit: true, IsUserDefined: false } && (conversion.IsReference || conversion.IsBoxing));
    }

    // A member with a body in the interface may box what it is called on; so do those of object.
    private static bool IsCallOfMember(SimpleNameSyntax use, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax? member = use.Parent switch
        {
            XmlNameAttributeSyntax => null,
            MemberAccessExpressionSyntax access when access.Expression == use => access,
            ElementAccessExpressionSyntax element when element.Expression == use => element,
            _ => use,
        };
        return member is null
            || (member != use
                && SemanticModels.Of(model, use.SyntaxTree).GetSymbolInfo(member, cancellationToken).Symbol is { IsStatic: false, IsAbstract: true, ContainingType.TypeKind: TypeKind.Interface } symbol
                && (symbol is IPropertySymbol || (symbol is IMethodSymbol && member.Parent is InvocationExpressionSyntax call && call.Expression == member)));
    }
}
