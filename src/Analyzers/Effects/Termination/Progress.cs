using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Whether a comparison that a loop goes on by ends it: the variable must move towards the other side, the other side must not move away
/// with it, and the type of the variable must reach it.
/// </summary>
internal static class Progress
{
    /// <param name="test">What is tested.</param>
    /// <param name="goesOnWhen">The outcome with which the loop goes on.</param>
    /// <param name="movement">What the loop moves.</param>
    /// <param name="movers">The moving variables that the test depends on.</param>
    public static bool IsEnd(IOperation test, bool goesOnWhen, Movement movement, HashSet<string> movers)
    {
        if (test is not IBinaryOperation { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan } comparison)
        {
            return true;
        }

        BinaryOperatorKind kind = goesOnWhen ? comparison.OperatorKind : Opposite(comparison.OperatorKind);
        return IsEnd(comparison.LeftOperand, kind, comparison.RightOperand, movement, movers)
            && IsEnd(comparison.RightOperand, Mirrored(kind), comparison.LeftOperand, movement, movers);
    }

    /// <summary>The variable that counts in an operand: behind <c>i++ &lt; n</c> it is <c>i</c>.</summary>
    public static IOperation Counted(IOperation operand) => operand switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Counted(conversion.Operand),
        IParenthesizedOperation parenthesized => Counted(parenthesized.Operand),
        IIncrementOrDecrementOperation increment => Counted(increment.Target),
        IAssignmentOperation assignment => Counted(assignment.Target),
        _ => operand,
    };

    /// <summary>Whether a variable that moves that way comes to where the comparison does not hold.</summary>
    public static bool IsTowards(Motion motion, BinaryOperatorKind kind) => motion switch
    {
        Motion.Up => kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual,
        Motion.Down => kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        _ => false,
    };

    /// <summary>What holds where a comparison does not.</summary>
    public static BinaryOperatorKind Opposite(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => BinaryOperatorKind.NotEquals,
        BinaryOperatorKind.NotEquals => BinaryOperatorKind.Equals,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    /// <summary>The same comparison, read from the right.</summary>
    public static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        _ => kind,
    };

    private static bool IsEnd(IOperation operand, BinaryOperatorKind kind, IOperation bound, Movement movement, HashSet<string> movers)
    {
        IOperation variable = Counted(operand);
        if (Paths.Of(variable) is not { } path || !movers.Contains(path))
        {
            return true;
        }

        Motion motion = movement.MotionOf(path);
        bool isOrder = kind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals);
        return (isOrder || variable.Type?.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double))
            && !(isOrder && movement.GoesRound(path))
            && !IsAway(motion, kind, variable.Type)
            && !IsAlways(kind, variable.Type, bound)
            && !(motion is Motion.Up or Motion.Down && Operations.InFunction(bound).Any(o => Paths.Of(o) is { } end && movement.MotionOf(end) == motion));
    }

    // An unsigned number that goes below zero comes out at the other end; a signed one is where no index should be.
    private static bool IsAway(Motion motion, BinaryOperatorKind kind, ITypeSymbol? type)
        => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_SByte
            && ((motion == Motion.Down && kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)
                || (motion == Motion.Up && kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual));

    // uint i >= 0, byte i < 256
    private static bool IsAlways(BinaryOperatorKind kind, ITypeSymbol? type, IOperation bound)
    {
        if (Range(type) is not var (least, most) || Number(bound) is not { } number)
        {
            return false;
        }

        return kind switch
        {
            BinaryOperatorKind.LessThan => number > most,
            BinaryOperatorKind.LessThanOrEqual => number >= most,
            BinaryOperatorKind.GreaterThan => number < least,
            BinaryOperatorKind.GreaterThanOrEqual => number <= least,
            BinaryOperatorKind.NotEquals => number < least || number > most,
            _ => false,
        };
    }

    /// <summary>The number that an operand is, if it is a constant.</summary>
    public static decimal? Number(IOperation bound) => bound.ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            char character => character,
            sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        }
        : null;

    private static (decimal Least, decimal Most)? Range(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Char => (char.MinValue, char.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
