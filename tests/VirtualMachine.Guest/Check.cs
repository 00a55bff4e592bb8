using System.Runtime.CompilerServices;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>What a case claims. The guest carries no test framework: a failure is an exception whose text reaches the host.</summary>
public static class Check
{
    /// <summary>Fails unless the two are equal; the text of the second argument says what was looked at.</summary>
    [InterruptUnsafe("What it throws ends the case")]
    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new CheckFailedException($"{what}: expected {expected}, was {actual}");
        }
    }

    /// <summary>Fails unless the condition holds.</summary>
    public static void That(bool condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition)
        {
            throw new CheckFailedException($"does not hold: {what}");
        }
    }
}

/// <summary>A claim of a case did not hold.</summary>
public sealed class CheckFailedException(string message) : Exception(message);
