using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Checks of arguments that fail whenever they are reached, since the arguments are constants: <c>ArgumentOutOfRangeException.ThrowIfNegative(-1)</c>.
/// A check of anything else throws for mistakes, and not in use.
/// </summary>
internal static class RefusedArguments
{
    public static void Visit(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (method.IsStatic && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && method.ContainingType is { Name: var type }
            && type.EndsWith("Exception", StringComparison.Ordinal) && LibraryCalls.IsPlatform(method.ContainingAssembly)
            && Constant(arguments, 0) is { HasValue: true, Value: var value } && IsRefused(method.Name, value, Constant(arguments, 1)))
        {
            body.Report(EffectRules.Throw, place, "refuses this constant at every call", Names.Of(method, method.ContainingType, null));
        }
    }

    private static bool IsRefused(string check, object? value, Optional<object?> other) => check switch
    {
        "ThrowIf" => value is true,
        "ThrowIfNull" => value is null,
        "ThrowIfNullOrEmpty" => value is null or "",
        "ThrowIfNullOrWhiteSpace" => value is null || (value is string text && string.IsNullOrWhiteSpace(text)),
        "ThrowIfZero" => Sign(value) == 0,
        "ThrowIfNegative" => Sign(value) < 0,
        "ThrowIfNegativeOrZero" => Sign(value) <= 0,
        "ThrowIfEqual" => Order(value, other) == 0,
        "ThrowIfNotEqual" => Order(value, other) is not null and not 0,
        "ThrowIfGreaterThan" => Order(value, other) > 0,
        "ThrowIfGreaterThanOrEqual" => Order(value, other) >= 0,
        "ThrowIfLessThan" => Order(value, other) < 0,
        "ThrowIfLessThanOrEqual" => Order(value, other) <= 0,
        _ => false,
    };

    private static int? Sign(object? value) => value switch
    {
        sbyte or short or int or long => Math.Sign(Convert.ToInt64(value)),
        byte or ushort or uint or ulong => Convert.ToUInt64(value) == 0 ? 0 : 1,
        decimal number => Math.Sign(number),
        float or double => Convert.ToDouble(value) is var number && number < 0 ? -1 : number > 0 ? 1 : number == 0 ? 0 : null,
        _ => null,
    };

    // Of the same type only; what is compared with a text or a null is nothing that the checks of ranges are for.
    private static int? Order(object? value, Optional<object?> other)
        => other is { HasValue: true, Value: { } second } && value is IComparable first and not string && first.GetType() == second.GetType() ? first.CompareTo(second) : null;

    private static Optional<object?> Constant(ImmutableArray<IArgumentOperation> arguments, int ordinal)
        => arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value.ConstantValue ?? default;
}
