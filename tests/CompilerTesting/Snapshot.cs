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
    /// <summary>Compares all files of a run with those beside the test.</summary>
    /// <exception cref="CheckFailedException">Some differ, are not accepted yet, or are accepted but no longer generated.</exception>
    public static void Match(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        string[] differences = Compare(
            run,
            Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots"),
            $"{Path.GetFileNameWithoutExtension(testFile)}.{testName}",
            accept: Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1");
        if (differences.Length > 0)
        {
            throw new CheckFailedException(string.Join("\n", differences));
        }
    }

    /// <summary>Compares all files of a run with those in a folder, and tells the differences; with accept there are none.</summary>
    public static string[] Compare(GeneratorRun run, string folder, string prefix, bool accept)
    {
        Directory.CreateDirectory(folder);
        var received = run.Files.ToDictionary(
            f => Path.Combine(folder, $"{prefix}#{Path.GetFileNameWithoutExtension(f.HintName)}"),
            static f => $"//HintName: {f.HintName}\n{Scrub(f.SourceText.ToString())}");
        return
        [
            .. received.Select(f => Compare(f.Key, f.Value, accept)).OfType<string>(),
            .. FindStale(folder, prefix, received.Keys).Select(path => Remove(path, accept)).OfType<string>(),
        ];
    }

    private static string? Remove(string stale, bool accept)
    {
        if (!accept)
        {
            return $"{Path.GetFileName(stale)} is accepted, but no such file is generated now.";
        }

        File.Delete(stale);
        return null;
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
        => Directory.EnumerateFiles(folder, prefix + "#*.verified.cs").Except(paths.Select(static p => p + ".verified.cs"));

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
