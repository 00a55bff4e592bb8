using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>How long a text can become.</summary>
internal static class TextLength
{
    // A kilobyte, of the stack of whoever calls.
    private const int MaximalLength = 512;

    // A sign is what the culture says: one character nearly everywhere, and two where it has a mark of direction.
    private const int Sign = 8;

    /// <summary>Of an interpolation, in characters; null where nothing bounds it, or where it is long.</summary>
    public static int? Maximal(InterpolatedStringExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        int length = 0;
        foreach (InterpolatedStringContentSyntax content in text.Contents)
        {
            int? part = content switch
            {
                InterpolatedStringTextSyntax written => written.TextToken.ValueText.Length,
                InterpolationSyntax hole => Of(hole, model, cancellationToken),
                _ => null,
            };
            if (part is null || (length += part.Value) > MaximalLength)
            {
                return null;
            }
        }

        return length == 0 ? null : length;
    }

    private static int? Of(InterpolationSyntax hole, SemanticModel model, CancellationToken cancellationToken)
    {
        int? own = model.GetConstantValue(hole.Expression, cancellationToken) is { HasValue: true, Value: string constant }
            ? constant.Length
            : Of(model.GetTypeInfo(hole.Expression, cancellationToken).Type?.SpecialType, hole.FormatClause?.FormatStringToken.ValueText ?? "");
        return hole.AlignmentClause is not { } alignment ? own
            : model.GetConstantValue(alignment.Value, cancellationToken) is { HasValue: true, Value: int width } && Math.Abs((long)width) <= MaximalLength
                ? own is { } known ? Math.Max(known, Math.Abs(width)) : null
                : null;
    }

    private static int? Of(SpecialType? type, string format) => type switch
    {
        SpecialType.System_Boolean when format.Length == 0 => 5,
        SpecialType.System_Char when format.Length == 0 => 1,
        SpecialType.System_Byte => Number(format, 3, 2, 0),
        SpecialType.System_SByte => Number(format, 3, 2, Sign),
        SpecialType.System_UInt16 => Number(format, 5, 4, 0),
        SpecialType.System_Int16 => Number(format, 5, 4, Sign),
        SpecialType.System_UInt32 => Number(format, 10, 8, 0),
        SpecialType.System_Int32 => Number(format, 10, 8, Sign),
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => Number(format, 20, 16, 0),
        SpecialType.System_Int64 or SpecialType.System_IntPtr => Number(format, 19, 16, Sign),
        _ => null,
    };

    // As it is, D, X, with a number of digits or without. Others group, round and translate.
    private static int? Number(string format, int decimals, int digits, int sign)
    {
        int least = 0;
        if (format.Length > 1 && !int.TryParse(format.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out least))
        {
            return null;
        }

        return least > MaximalLength ? null : format.Length == 0 ? decimals + sign : format[0] switch
        {
            'D' or 'd' => Math.Max(decimals, least) + sign,
            'X' or 'x' => Math.Max(digits, least),
            _ => null,
        };
    }
}
