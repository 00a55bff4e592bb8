using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The parts that C# puts together into one string: operands of + and holes of an interpolation, through both. One part that is not
/// empty is the string itself, and nothing is made; nor is it where all are constant.
/// </summary>
internal sealed class StringParts
{
    private readonly List<IOperation> _values = [];
    private int _count;
    private bool _isMade;
    private bool _hasUnknown;

    /// <summary>The values that become text, in the order of the source.</summary>
    public IReadOnlyList<IOperation> Values => _values;

    /// <summary>Whether a new string is made.</summary>
    public bool Allocates => _isMade || (_hasUnknown && _count > 1);

    /// <summary>A value as it is before it is converted for its text, which needs no box.</summary>
    public static IOperation Unconverted(IOperation value)
        => value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : value;

    /// <summary>Adds a part of a constant text, or of a string that is not known.</summary>
    public void AddText(string? constant)
    {
        _hasUnknown |= constant is null;
        if (constant is null or { Length: > 0 })
        {
            _count++;
        }
    }

    /// <summary>Adds an expression with all that it is put together of.</summary>
    public void Add(IOperation operation)
    {
        // A sum of strings is as deep as it has parts.
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            IOperation next = Unconverted(pending.Pop());
            switch (next)
            {
                case { ConstantValue.HasValue: true }:
                    AddConstant(next);
                    break;
                case IParenthesizedOperation parenthesized:
                    pending.Push(parenthesized.Operand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum:
                    pending.Push(sum.RightOperand);
                    pending.Push(sum.LeftOperand);
                    break;
                case IInterpolatedStringOperation text:
                    _isMade |= !IsConcatenation(text);
                    foreach (IInterpolatedStringContentOperation part in text.Parts.Reverse())
                    {
                        pending.Push(part is IInterpolationOperation hole ? hole.Expression : ((IInterpolatedStringTextOperation)part).Text);
                    }

                    break;
                default:
                    _values.Add(next);
                    _isMade |= next.Type?.SpecialType != SpecialType.System_String;
                    AddText(null);
                    break;
            }
        }
    }

    private void AddConstant(IOperation constant)
    {
        // Of another type it is turned into text at run time, as any value.
        _isMade |= constant.ConstantValue.Value is not (null or string or char);
        AddText(constant.ConstantValue.Value?.ToString() ?? "");
    }

    // Only of strings, as they are: no handler formats it.
    private static bool IsConcatenation(IInterpolatedStringOperation text) => text.Parts.All(static part =>
        part is IInterpolatedStringTextOperation
            or IInterpolationOperation { Alignment: null, FormatString: null, Expression.Type.SpecialType: SpecialType.System_String });
}
