using System.Globalization;

namespace TopHalf.CompilerTesting.Fire;

/// <summary>
/// A test on many texts. TOPHALF_SEED starts at another place; TOPHALF_FIRE multiplies how many.
/// </summary>
public static class Barrage
{
    /// <summary>Where the random numbers begin.</summary>
    public static readonly int Seed = Number("TOPHALF_SEED", 3);

    /// <summary>How many times as many as the suite runs.</summary>
    public static readonly int Times = Number("TOPHALF_FIRE", 1);

    /// <summary>Runs a test on many texts, and tells seed and text of the one that fails.</summary>
    public static void Many(int seed, int count, Func<Random, string> make, Action<string> test)
    {
        for (int i = 0; i < count; i++)
        {
            string source = make(new Random(seed + i));
            try
            {
                test(source);
            }
            catch (Exception exception)
            {
                throw new CheckFailedException($"Seed {seed + i}: {exception}\nSource:\n{source}");
            }
        }
    }

    /// <summary>
    /// Runs a test with a stack of its own: a larger one than a test's thread has, which Roslyn itself needs for deeply nested texts, or a
    /// small one.
    /// </summary>
    public static void RunDeep(Action test, int stackSize = 16 << 20)
    {
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    test();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            stackSize);
        thread.Start();
        thread.Join();
        if (thrown is not null)
        {
            throw new CheckFailedException(thrown.ToString());
        }
    }

    private static int Number(string variable, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int given) ? given : otherwise;
}
