using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>What a variable of an interface holds, and what is done with it, where all of it means the same of the class that it holds.</summary>
internal sealed class CollectionUses
{
    // Those whose own enumerators are structs that allocate nothing.
    private static readonly string[] Walkable = ["List`1", "HashSet`1", "Queue`1", "Stack`1"];

    // Members of a list that an interface of it has too, with the same parameters and the same meaning.
    private static readonly string[] Members = ["Count", "Add", "Clear", "Contains", "Remove", "RemoveAt", "Insert", "IndexOf", "CopyTo"];

    private readonly List<SimpleNameSyntax> _counts = [];
    private readonly ITypeSymbol _declared;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private ITypeSymbol? _held;

    private CollectionUses(ITypeSymbol declared, SemanticModel model, CancellationToken cancellationToken)
    {
        _declared = declared;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The class of all that it ever holds.</summary>
    public ITypeSymbol Type => _held!;

    /// <summary>The counts that an array has under another name.</summary>
    public IReadOnlyList<SimpleNameSyntax> Counts => _counts;

    /// <summary>Of a variable; null where it holds several classes, or another than it may hold, or where more is done with it.</summary>
    public static CollectionUses? Of(ISymbol variable, VariableDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        ITypeSymbol? declared = ((variable as IFieldSymbol)?.Type ?? (variable as ILocalSymbol)?.Type)?.WithNullableAnnotation(NullableAnnotation.None);
        if (declared is not INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments.Length: 1 }
            || Usages.Of(variable, model, cancellationToken) is not { } names)
        {
            return null;
        }

        var uses = new CollectionUses(declared, model, cancellationToken);
        var reads = new List<SimpleNameSyntax>();
        ExpressionSyntax? initial = declaration.Variables[0].Initializer?.Value;
        if (initial is not null && !uses.Add(initial))
        {
            return null;
        }

        foreach (SimpleNameSyntax name in names)
        {
            ExpressionSyntax use = Whole(name);
            if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
            {
                if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.Parent is not ExpressionStatementSyntax || !uses.Add(assignment.Right))
                {
                    return null;
                }
            }
            else
            {
                reads.Add(name);
            }
        }

        return uses._held is not null && reads.All(r => uses.IsSame(Whole(r))) ? uses : null;
    }

    // What is put in. Null is of any class.
    private bool Add(ExpressionSyntax value)
    {
        ITypeSymbol? type = SemanticModels.Of(_model, value.SyntaxTree).GetTypeInfo(value, _cancellationToken).Type?.WithNullableAnnotation(NullableAnnotation.None);
        if (type is null || value is PostfixUnaryExpressionSyntax)
        {
            return value.IsKind(SyntaxKind.NullLiteralExpression)
                || value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand.RawKind: (int)SyntaxKind.NullLiteralExpression };
        }

        if (!IsWalkable(type) || (_held is not null && !SymbolEqualityComparer.Default.Equals(_held, type)))
        {
            return false;
        }

        _held = type;
        return true;
    }

    private bool IsWalkable(ITypeSymbol type)
    {
        ITypeSymbol element = ((INamedTypeSymbol)_declared).TypeArguments[0];
        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => SymbolEqualityComparer.Default.Equals(array.ElementType, element),
            INamedTypeSymbol { TypeArguments.Length: 1, ContainingNamespace: { } space } named => Walkable.Contains(named.MetadataName)
                && space.ToDisplayString() == "System.Collections.Generic"
                && SymbolEqualityComparer.Default.Equals(named.TypeArguments[0], element),
            _ => false,
        };
    }

    private bool IsSame(ExpressionSyntax use)
    {
        switch (use.Parent)
        {
            case CommonForEachStatementSyntax loop when loop.Expression == use:
            case NameMemberCrefSyntax:
                return true;
            case ElementAccessExpressionSyntax element when element.Expression == use:
                return element.ArgumentList.Arguments.Count == 1 && element.ArgumentList.Arguments[0].NameColon is null && !IsByReference(element);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } test:
                return test.Left.IsKind(SyntaxKind.NullLiteralExpression) || test.Right.IsKind(SyntaxKind.NullLiteralExpression);
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } }:
                return true;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                return IsConverted(use);
            case MemberAccessExpressionSyntax access when access.Expression == use:
                return IsMember(access);
            default:
                return false;
        }
    }

    // What is handed out as an interface is still one: where its type is written, and not found in what is returned.
    private bool IsConverted(ExpressionSyntax use)
        => use.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax)
                is MemberDeclarationSyntax or LocalFunctionStatementSyntax
            && SemanticModels.Of(_model, use.SyntaxTree).GetTypeInfo(use, _cancellationToken).ConvertedType is { TypeKind: TypeKind.Interface };

    private bool IsMember(MemberAccessExpressionSyntax access)
    {
        string name = access.Name.Identifier.ValueText;
        bool isCalled = access.Parent is InvocationExpressionSyntax;
        if (SemanticModels.Of(_model, access.SyntaxTree).GetSymbolInfo(access, _cancellationToken).Symbol is not { } member
            || member.ContainingType.TypeKind != TypeKind.Interface
            || !Members.Contains(name)
            || (access.Parent is InvocationExpressionSyntax call && call.ArgumentList.Arguments.Any(static a => a.NameColon is not null)))
        {
            return false;
        }

        if (_held is IArrayTypeSymbol)
        {
            if (name == "Count" && !isCalled)
            {
                _counts.Add(access.Name);
                return true;
            }

            return name == "CopyTo" && isCalled;
        }

        // HashSet.Add says whether it was new, which nobody asked for.
        return name == "Count"
            || (isCalled && (_held!.MetadataName == "List`1"
                || (_held.MetadataName == "HashSet`1" && (name is "Clear" or "Contains" or "Remove" || (name == "Add" && access.Parent?.Parent is ExpressionStatementSyntax)))));
    }

    // An element of an array is a variable, and one of a list is none: ref and out were errors, and would not be.
    private static bool IsByReference(ElementAccessExpressionSyntax element)
        => element.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 };

    private static ExpressionSyntax Whole(SimpleNameSyntax name)
        => name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.Expression is ThisExpressionSyntax ? access : name;
}
