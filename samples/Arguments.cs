using System.Globalization;

namespace TopHalf.Samples;

/// <summary>The values behind the options of the samples' command lines.</summary>
internal static class Arguments
{
    /// <summary>What stands behind an option.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="i">The option's place; then the value's.</param>
    /// <exception cref="FormatException">Nothing does.</exception>
    public static string ValueOf(string[] arguments, ref int i)
    {
        string option = arguments[i];
        return ++i < arguments.Length ? arguments[i] : throw new FormatException($"{option} needs a value.");
    }

    /// <summary>The number above 0 behind an option.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    /// <inheritdoc cref="ValueOf"/>
    public static int CountOf(string[] arguments, ref int i)
    {
        string option = arguments[i];
        string text = ValueOf(arguments, ref i);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new FormatException($"{option} needs a number above 0, not '{text}'.");
    }
}
