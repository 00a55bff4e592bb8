using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>The declaration of a collection that becomes a ring, and the count of what did not fit.</summary>
internal sealed class RingField
{
    // Where the author gave none; a power of two, which a ring has anyway.
    private const int DefaultCapacity = 256;
    private const int MaximalCapacity = 1 << 30;

    private readonly GenericNameSyntax _type;
    private readonly ExpressionSyntax _capacity;
    private readonly string _property;

    private RingField(FieldDeclarationSyntax declaration, GenericNameSyntax type, ExpressionSyntax capacity, string lost, string property)
    {
        Declaration = declaration;
        Lost = lost;
        _type = type;
        _capacity = capacity;
        _property = property;
    }

    /// <summary>The field as it is.</summary>
    public FieldDeclarationSyntax Declaration { get; }

    /// <summary>The name of the field that counts.</summary>
    public string Lost { get; }

    /// <summary>What to make of a field; null where it is no private queue or list that is made empty, once.</summary>
    public static RingField? Of(IFieldSymbol field, SemanticModel model, CancellationToken cancellationToken)
    {
        if (field is not { DeclaredAccessibility: Accessibility.Private, IsStatic: false, ContainingType: { TypeKind: TypeKind.Class, IsRecord: false } }
            || field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
                is not VariableDeclaratorSyntax { Initializer.Value: { } made, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } variables }
            || Named(variables.Type) is not { TypeArgumentList.Arguments.Count: 1 } type
            || Capacity(made, SemanticModels.Of(model, made.SyntaxTree), cancellationToken) is not { } capacity)
        {
            return null;
        }

        string name = field.Name.TrimStart('_');
        if (name.Length == 0)
        {
            return null;
        }

        string what = char.ToUpperInvariant(name[0]).ToString() + name.Substring(1);
        string lost = field.Name.StartsWith("_", StringComparison.Ordinal) ? $"_lost{what}" : $"lost{what}";
        string property = "Lost" + what;
        return IsFree(property) && IsFree(lost) ? new RingField(declaration, type, capacity, lost, property) : null;

        // Neither a member, inherited or not, nor a variable that would hide one.
        bool IsFree(string member)
            => SemanticModels.Of(model, declaration.SyntaxTree).LookupSymbols(declaration.SpanStart, name: member).IsEmpty
                && !field.ContainingType.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellationToken).DescendantTokens().Any(t => t.ValueText == member));
    }

    /// <summary>Declares the ring and the count.</summary>
    public void Apply(DocumentEditor editor)
    {
        editor.InsertAfter(
            Declaration,
            [
                Member($"private long {Lost};"),
                Member($"internal long {_property} => global::System.Threading.Volatile.Read(ref {Lost});").WithLeadingTrivia(SyntaxFactory.LineFeed),
            ]);
        editor.ReplaceNode(Declaration, (current, _) => Change((FieldDeclarationSyntax)current));
    }

    private static MemberDeclarationSyntax Member(string text)
        => SyntaxFactory.ParseMemberDeclaration(text)!.WithTrailingTrivia(SyntaxFactory.LineFeed).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);

    private FieldDeclarationSyntax Change(FieldDeclarationSyntax declaration)
    {
        VariableDeclarationSyntax variables = declaration.Declaration;
        VariableDeclaratorSyntax variable = variables.Variables[0];
        ExpressionSyntax made = variable.Initializer!.Value;
        TypeSyntax type = Ring().WithTriviaFrom(variables.Type);
        ArgumentListSyntax arguments = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(_capacity)));

        // As the author wrote it: with the type, or without.
        ExpressionSyntax ring = made is ObjectCreationExpressionSyntax
            ? SyntaxFactory.ObjectCreationExpression(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), Ring(), arguments, null)
            : SyntaxFactory.ImplicitObjectCreationExpression(arguments, null);
        return declaration.WithDeclaration(variables
            .WithType(type)
            .WithVariables(variables.Variables.Replace(variable, variable.WithInitializer(variable.Initializer.WithValue(ring.WithTriviaFrom(made))))));
    }

    private QualifiedNameSyntax Ring() => SyntaxFactory.QualifiedName(
            SyntaxFactory.ParseName("global::" + KnownNames.Namespace),
            SyntaxFactory.GenericName(SyntaxFactory.Identifier(KnownNames.SpscRing), _type.TypeArgumentList.WithoutTrivia()))
        .WithAdditionalAnnotations(Simplifier.Annotation);

    private static GenericNameSyntax? Named(TypeSyntax type) => type switch
    {
        GenericNameSyntax name => name,
        QualifiedNameSyntax { Right: GenericNameSyntax name } => name,
        AliasQualifiedNameSyntax { Name: GenericNameSyntax name } => name,
        _ => null,
    };

    // What it holds from the beginning would have to be put in first.
    private static ExpressionSyntax? Capacity(ExpressionSyntax made, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax none = SyntaxFactory.LiteralExpression(
            SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(DefaultCapacity.ToString(CultureInfo.InvariantCulture), DefaultCapacity));
        switch (made)
        {
            case CollectionExpressionSyntax { Elements.Count: 0 }:
            case BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } }:
                return none;
            case BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: { Arguments.Count: 1 } arguments }
                when model.GetConstantValue(arguments.Arguments[0].Expression, cancellationToken) is { HasValue: true, Value: int capacity }:
                return capacity is > 0 and <= MaximalCapacity ? arguments.Arguments[0].Expression.WithoutTrivia() : none;
            default:
                return null;
        }
    }
}
