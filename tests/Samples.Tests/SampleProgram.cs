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
}
