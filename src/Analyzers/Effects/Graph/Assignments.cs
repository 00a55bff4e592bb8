using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The places in a declaration where a variable could be set, by its name. Text alone tells, so what was found stays true as long as
/// the text does, from one keystroke to the next.
/// </summary>
internal static class Assignments
{
    private static readonly ConditionalWeakTable<SyntaxNode, Dictionary<string, List<IdentifierNameSyntax>>> Known = new();

    /// <summary>The names that are set, where they are this one.</summary>
    public static IReadOnlyList<IdentifierNameSyntax> Of(string name, SyntaxNode scope)
        => Known.GetValue(scope, static s => Collect(s)).TryGetValue(name, out List<IdentifierNameSyntax>? names) ? names : [];

    /// <summary>Whether a name is set here; to nothing known, where that is not followed.</summary>
    public static bool IsSet(IdentifierNameSyntax name, out ExpressionSyntax? value)
    {
        value = null;
        ExpressionSyntax target = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        while (target.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            target = (ExpressionSyntax)target.Parent;
        }

        switch (target.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == target:
                // What += means is for who asks to know: for a delegate it adds one, for all else it may be anything.
                value = assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression
                    or SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression
                    ? assignment.Right : null;
                return true;
            case ConditionalAccessExpressionSyntax { Parent: AssignmentExpressionSyntax }:
                return true;
            case ArgumentSyntax { RefKindKeyword.RawKind: 0 } argument:
                value = Counterpart(argument);
                return IsDeconstructed(argument);
            case ArgumentSyntax:
                return true;
            case RefExpressionSyntax or MakeRefExpressionSyntax:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                return true;
            default:
                return false;
        }
    }

    private static bool IsDeconstructed(ArgumentSyntax argument) => argument.Parent is TupleExpressionSyntax tuple && tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ForEachVariableStatementSyntax loop => loop.Variable == tuple,
        ArgumentSyntax outer => IsDeconstructed(outer),
        _ => false,
    };

    // Of (a, b) = (x, y) each has its own.
    private static ExpressionSyntax? Counterpart(ArgumentSyntax argument)
        => argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } assignment } tuple
            && assignment.Left == tuple
            && values.Arguments.Count == tuple.Arguments.Count
                ? values.Arguments[tuple.Arguments.IndexOf(argument)].Expression
                : null;

    private static Dictionary<string, List<IdentifierNameSyntax>> Collect(SyntaxNode scope)
    {
        var names = new Dictionary<string, List<IdentifierNameSyntax>>(StringComparer.Ordinal);
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && IsSet(name, out _))
            {
                if (!names.TryGetValue(name.Identifier.ValueText, out List<IdentifierNameSyntax>? list))
                {
                    names.Add(name.Identifier.ValueText, list = []);
                }

                list.Add(name);
            }
        }

        return names;
    }
}
