using System.Diagnostics;

namespace TopHalf.Samples.Tests;

/// <summary>A sample as its user starts it: as a program of its own.</summary>
internal static class SampleProgram
{
    /// <summary>Runs the program that <typeparamref name="T"/> is in, to its end.</summary>
    public static (int Code, string Output, string Errors) Run<T>(params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(T).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = program.StandardError.ReadToEndAsync();
        string output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, output, errors.Result);
    }

    /// <summary>Arguments that are wrong end with a sentence and exit code 2.</summary>
    public static void Refuses<T>(string sentence, params string[] arguments)
    {
        (int code, string output, string errors) = Run<T>(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    /// <summary>A card that is not there ends with its address and exit code 1, and without a stack.</summary>
    /// <param name="before">What stands before the address.</param>
    public static void MissesItsCard<T>(params string[] before)
    {
        const string Address = "ffff:1f:1f.7";
        (int code, _, string errors) = Run<T>([.. before, Address]);
        Assert.Equal(1, code);
        Assert.Contains(Address, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
