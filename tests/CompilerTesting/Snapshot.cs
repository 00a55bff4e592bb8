using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TopHalf.CompilerTesting;

/// <summary>
/// Compares generated files with accepted ones beside the test, by the file conventions of Verify: <c>Class.Method#Hint.verified.cs</c>
/// is the accepted one, <c>.received.cs</c> what came instead. To accept: look at it and rename it, or run the tests once with
/// <c>TOPHALF_ACCEPT=1</c>.
/// </summary>
public static partial class Snapshot
{
    /// <summary>Compares all files of a run; a file that is accepted but no longer generated fails too.</summary>
    public static void Match(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        string prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{testName}";
        string folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        var received = run.Files.ToDictionary(
            f => Path.Combine(folder, $"{prefix}#{Path.GetFileNameWithoutExtension(f.HintName)}"),
            static f => $"//HintName: {f.HintName}\n{Scrub(f.SourceText.ToString())}");
        bool accept = Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1";

        List<string> differences = [.. received.Select(f => Compare(f.Key, f.Value, accept)).OfType<string>()];
        foreach (string stale in FindStale(folder, prefix, received.Keys))
        {
            if (accept)
            {
                File.Delete(stale);
            }
            else
            {
                differences.Add($"{Path.GetFileName(stale)} is accepted, but no such file is generated now.");
            }
        }

        if (differences.Count > 0)
        {
            throw new CheckFailedException(string.Join("\n", differences));
        }
    }

    private static string? Compare(string path, string text, bool accept)
    {
        string verifiedPath = path + ".verified.cs";
        string receivedPath = path + ".received.cs";
        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        if (verified == text)
        {
            File.Delete(receivedPath);
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (accept)
        {
            File.WriteAllText(verifiedPath, text);
            File.Delete(receivedPath);
            return null;
        }

        File.WriteAllText(receivedPath, text);
        return verified is null
            ? $"{Path.GetFileName(verifiedPath)} does not exist yet; {Path.GetFileName(receivedPath)} has what is generated."
            : $"{Path.GetFileName(receivedPath)} differs from what is accepted. {FirstDifference(verified, text)}";
    }

    private static IEnumerable<string> FindStale(string folder, string prefix, IEnumerable<string> paths)
        => Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, prefix + "#*.verified.cs").Except(paths.Select(static p => p + ".verified.cs"))
            : [];

    private static string FirstDifference(string verified, string received)
    {
        string[] expected = verified.Split('\n');
        string[] actual = received.Split('\n');
        int line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
        {
            line++;
        }

        return $"Line {line + 1}:\n  accepted: {expected.ElementAtOrDefault(line)}\n  received: {actual.ElementAtOrDefault(line)}";
    }

    // A release must not change every snapshot.
    private static string Scrub(string text) => VersionPattern().Replace(text, "$1{version}$2");

    [GeneratedRegex("(GeneratedCode\\(\"TopHalf\\.Generator\", \")[0-9.]+(\"\\))")]
    private static partial Regex VersionPattern();
}
