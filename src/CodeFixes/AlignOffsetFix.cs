using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1302: rounds an offset down to the register that the byte is in. The author has to look at it: it may have been the width
/// that was wrong. Not offered for a stride, which is no place. An expression or a constant is replaced by the number, since what else uses the constant is not known.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AlignOffsetFix)), Shared]
public sealed class AlignOffsetFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.OffsetUnaligned.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is not ExpressionSyntax offset
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || node.Parent is AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: KnownNames.Stride }
            || FindType(attribute, model, cancellationToken) is not { } type
            || model.GetConstantValue(offset, cancellationToken) is not { HasValue: true, Value: { } value })
        {
            return null;
        }

        uint number = Convert.ToUInt32(value, CultureInfo.InvariantCulture);
        string aligned = Write(number - (number % type.Bytes), offset);
        return new Repair(
            $"Use the offset {aligned}, a multiple of {type.Bytes}",
            offset,
            editor => editor.ReplaceNode(offset, SyntaxFactory.ParseExpression(aligned).WithTriviaFrom(offset)));
    }

    private static RegisterType? FindType(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken)
        => model.GetSymbolInfo(attribute, cancellationToken).Symbol is IMethodSymbol constructor
            && Declared.FindArgument(attribute, constructor, KnownNames.TypeArgument) is { } argument
            && model.GetConstantValue(argument.Expression, cancellationToken) is { HasValue: true, Value: byte type }
                ? (RegisterType)type
                : null;

    // As the author writes numbers: decimal stays decimal, and hexadecimal keeps its digits.
    private static string Write(uint number, ExpressionSyntax replaced)
    {
        string text = replaced is LiteralExpressionSyntax literal ? literal.Token.Text : "0x";
        if (!text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        int digits = text.Substring(2).Count(Uri.IsHexDigit);
        return "0x" + number.ToString("X" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
