using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Operators and conversions as C# writes them.</summary>
internal static class Operators
{
    /// <summary>The expression; nothing for those that are statements only, such as <c>++</c>.</summary>
    public static string? Write(IMethodSymbol method, string[] operands)
    {
        string name = method.Name["op_".Length..];
        bool isChecked = name.StartsWith("Checked", StringComparison.Ordinal);
        name = isChecked ? name["Checked".Length..] : name;
        string? expression = name switch
        {
            "Implicit" or "Explicit" => $"({TypeText.Of(method.ReturnType)})({operands[0]})",
            _ when Sign(name) is { } sign => operands.Length == 2 ? $"{operands[0]} {sign} {operands[1]}" : $"{sign}{operands[0]}",
            _ => null,
        };
        return expression is not null && isChecked ? $"checked({expression})" : expression;
    }

    private static string? Sign(string name) => name switch
    {
        "Addition" => "+",
        "Subtraction" => "-",
        "Multiply" => "*",
        "Division" => "/",
        "Modulus" => "%",
        "BitwiseAnd" => "&",
        "BitwiseOr" => "|",
        "ExclusiveOr" => "^",
        "LeftShift" => "<<",
        "RightShift" => ">>",
        "UnsignedRightShift" => ">>>",
        "Equality" => "==",
        "Inequality" => "!=",
        "LessThan" => "<",
        "GreaterThan" => ">",
        "LessThanOrEqual" => "<=",
        "GreaterThanOrEqual" => ">=",
        "OnesComplement" => "~",
        "LogicalNot" => "!",
        "UnaryPlus" => "+",
        "UnaryNegation" => "-",
        _ => null,
    };
}
