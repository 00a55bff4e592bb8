using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>How a program that a case started has ended.</summary>
/// <param name="ExitCode">0 is success; 128 + n is death by signal n.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error.</param>
public sealed record ProgramResult(int ExitCode, string Output, string Error);

/// <summary>Runs the other programs of the image, a sample for instance, as processes.</summary>
public static class GuestProgram
{
    /// <summary>Runs <c>dotnet name.dll arguments</c> to its end.</summary>
    /// <param name="name">
    /// The assembly's name without extension. The host's project puts its output folder into the image (item GuestProgram).
    /// </param>
    /// <param name="timeout">After this time the program is killed. Keep it below the case's own.</param>
    /// <param name="arguments">Its command line.</param>
    /// <exception cref="TimeoutException">It did not end; the text holds what it had written.</exception>
    /// <exception cref="FileNotFoundException">It is not in the image.</exception>
    public static ProgramResult Run(string name, TimeSpan timeout, params string[] arguments)
        => RunToEnd(StartOf(name, arguments), timeout);

    /// <summary>
    /// Runs the program within this process, since an emulated machine takes a quarter of a minute to start another. The case's own time
    /// limit holds; one case with each program as a process shows that it is one.
    /// </summary>
    /// <inheritdoc cref="Run"/>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The cases that call it are not compiled ahead of time.")]
    public static ProgramResult RunHere(string name, params string[] arguments)
    {
        TextWriter before = Console.Out, errorsBefore = Console.Error;
        using StringWriter output = new(), errors = new();
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            int exitCode = (int)Assembly.LoadFrom(PathOf(name)).EntryPoint!.Invoke(null, [arguments])!;
            return new ProgramResult(exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(errorsBefore);
        }
    }

    /// <summary>Starts <c>dotnet name.dll arguments</c>; the caller ends it.</summary>
    public static Process Start(string name, params string[] arguments) => Process.Start(StartOf(name, arguments))!;

    /// <summary>Starts this program once more, as <see cref="OtherProcess"/>; the caller ends it.</summary>
    public static Process StartSelf(params string[] arguments) => Start(Self, arguments);

    /// <summary>Runs this program once more, to its end.</summary>
    /// <inheritdoc cref="Run"/>
    public static ProgramResult RunSelf(TimeSpan timeout, params string[] arguments) => Run(Self, timeout, arguments);

    /// <summary>Runs commands in the guest's shell, to their end.</summary>
    public static ProgramResult Shell(string commands)
        => RunToEnd(Redirected("/bin/sh", ["-c", commands]), TimeSpan.FromSeconds(20));

    private const string Self = "TopHalf.VirtualMachine.Guest";

    private static ProcessStartInfo StartOf(string name, string[] arguments)
        => Redirected(Environment.ProcessPath!, [PathOf(name), .. arguments]);

    private static string PathOf(string name)
    {
        // The image has one folder per program, side by side; this one runs from its own.
        string assembly = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", name, name + ".dll"));
        return File.Exists(assembly)
            ? assembly
            : throw new FileNotFoundException($"{assembly} is not in the image: is {name} a GuestProgram of the host's project?");
    }

    private static ProcessStartInfo Redirected(string program, string[] arguments)
        => new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static ProgramResult RunToEnd(ProcessStartInfo start, TimeSpan timeout)
    {
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(timeout);
        if (!ended)
        {
            process.Kill();
        }

        string written = output.GetAwaiter().GetResult();
        string complaints = error.GetAwaiter().GetResult();
        return ended
            ? new ProgramResult(process.ExitCode, written, complaints)
            : throw new TimeoutException(
                $"{string.Join(' ', start.ArgumentList)} did not end in {timeout.TotalSeconds} s. Output:\n{written}\nError:\n{complaints}");
    }
}
