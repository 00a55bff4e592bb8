using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;

namespace TopHalf.Tool;

/// <summary>Programs of this machine that have drivers in them.</summary>
internal static class DriverProcesses
{
    /// <summary>The process with a number, or without one the only one that has the runtime loaded.</summary>
    /// <exception cref="BadInputException">There is none, or there are several.</exception>
    public static int Choose(int? pid)
    {
        if (pid is int given)
        {
            return Directory.Exists(Folder(given)) ? given : throw new BadInputException($"There is no process {given}.");
        }

        int[] found = [.. DiagnosticsClient.GetPublishedProcesses().Where(HasDrivers).Order()];
        return found switch
        {
            [int only] => only,
            [] => throw new BadInputException(
                "No process of yours has TopHalf.dll loaded. Where it is a part of a single file, or compiled ahead of time, give the number: tophalf top 1234."),
            _ => throw new BadInputException($"Several processes have TopHalf.dll loaded; give the number of one: {string.Join(", ", found.Select(Describe))}."),
        };
    }

    /// <summary>What a process is called.</summary>
    public static string Name(int pid)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Folder(pid), "comm")).TrimEnd();
        }
        catch (IOException)
        {
            return "?"; // it has ended
        }
    }

    private static string Describe(int pid) => $"{pid} ({Name(pid)})";

    // Not this tool, nor another one of its kind.
    private static bool HasDrivers(int pid)
    {
        try
        {
            string[] maps = File.ReadAllLines(Path.Combine(Folder(pid), "maps"));
            return Array.Exists(maps, static line => line.EndsWith("/TopHalf.dll", StringComparison.Ordinal))
                && !Array.Exists(maps, static line => line.EndsWith("/TopHalf.Tool.dll", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Folder(int pid) => $"/proc/{pid.ToString(CultureInfo.InvariantCulture)}";
}
