namespace TopHalf.Analyzers.Effects;

/// <summary>Operators by their metadata names.</summary>
internal static class OperatorText
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LeftShift"] = "<<",
        ["op_RightShift"] = ">>",
        ["op_UnsignedRightShift"] = ">>>",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
        ["op_Increment"] = "++",
        ["op_Decrement"] = "--",
        ["op_True"] = "true",
        ["op_False"] = "false",
        ["op_MultiplicationAssignment"] = "*=",
    };

    private const string Prefix = "op_";
    private const string CheckedPrefix = "op_Checked";
    private const string AssignmentSuffix = "Assignment";

    /// <summary>The operator as written; an unknown one by its metadata name.</summary>
    public static string Of(string name)
    {
        if (Texts.TryGetValue(name, out string? text))
        {
            return text;
        }

        if (name.StartsWith(CheckedPrefix, StringComparison.Ordinal))
        {
            return "checked " + Of(Prefix + name.Substring(CheckedPrefix.Length));
        }

        if (!name.EndsWith(AssignmentSuffix, StringComparison.Ordinal))
        {
            return name;
        }

        // Those that change their target are written with an equals sign; the two that had none have no other form.
        string plain = Of(name.Substring(0, name.Length - AssignmentSuffix.Length));
        return plain is "++" or "--" ? plain : plain + "=";
    }
}
