using System.Diagnostics;
using System.Globalization;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Runs compiled cases in another process, and begins anew behind a case that ends it.</summary>
internal sealed class CaseRun
{
    private const int MostProcesses = 20;

    private readonly Dictionary<int, Outcome> _outcomes = [];
    private readonly string _assembly;
    private string _error = "";

    private CaseRun(string assembly) => _assembly = assembly;

    /// <summary>What happened, by the case's number.</summary>
    public IReadOnlyDictionary<int, Outcome> Outcomes => _outcomes;

    /// <summary>Why system calls were not traced; empty if they were.</summary>
    public string Untraced { get; private set; } = "";

    /// <summary>Runs cases of an image: of those that are warmed with each new object, the first call with it is not measured.</summary>
    public static CaseRun Of(byte[] image, IReadOnlyList<(Case Case, bool IsWarmed)> cases)
    {
        string folder = Directory.CreateTempSubdirectory("tophalf-cases-").FullName;
        try
        {
            string assembly = Path.Combine(folder, "Cases.dll");
            File.WriteAllBytes(assembly, image);
            var run = new CaseRun(assembly);
            string list = Path.Combine(folder, "list.txt");
            for (int processes = 0; run._outcomes.Count < cases.Count && processes < MostProcesses; processes++)
            {
                // Where it has ended too early, one result at a time tells in which case.
                bool hasEnded = run.Run([.. cases.Skip(run._outcomes.Count)], list, together: 100);
                if (hasEnded && run.Run([.. cases.Skip(run._outcomes.Count)], list, together: 1))
                {
                    run._outcomes[cases[run._outcomes.Count].Case.Number] = new(0, 0, run._error, HasEnded: true, []);
                }
            }

            run.TraceAgain([.. cases.Where(c => run._outcomes.TryGetValue(c.Case.Number, out Outcome? outcome) && outcome.SystemCalls.Count > 0)], list);
            return run;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What a member asks of the kernel it asks again, whatever was run before it. What the runtime does at some call, for tables of its own that
    // all members share, it does not.
    private void TraceAgain((Case Case, bool IsWarmed)[] again, string list)
    {
        if (again.Length == 0)
        {
            return;
        }

        Outcome[] first = Array.ConvertAll(again, c => _outcomes[c.Case.Number]);
        Run(again, list, together: 1);
        foreach (((Case tried, _), Outcome outcome) in again.Zip(first))
        {
            _outcomes[tried.Number] = outcome with { SystemCalls = [.. outcome.SystemCalls.Intersect(_outcomes[tried.Number].SystemCalls)] };
        }
    }

    // Whether it ended before all were run.
    private bool Run((Case Case, bool IsWarmed)[] cases, string list, int together)
    {
        File.WriteAllLines(list, cases.Select(static c => $"{c.Case.Number} {c.Case.Receivers} {c.Case.Arguments} {(c.IsWarmed ? 1 : 0)} {string.Join(' ', c.Case.Fields)}"));
        var start = new ProcessStartInfo("dotnet", [typeof(Runner.Mark).Assembly.Location, _assembly, list, together.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(list),
        };

        // What TopHalfRealTime puts into a program's configuration; and collections are few.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCgen0size"] = "4000000";
        int before = _outcomes.Count;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string[] thread = (process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(errors.Result)).Split(' ');
            var trace = SystemCallTrace.Begin(int.Parse(thread[1], CultureInfo.InvariantCulture), nint.Parse(thread[2], CultureInfo.InvariantCulture));
            Untraced = trace.Unavailable;
            process.StandardInput.WriteLine();
            Read(process, trace);
            _error = errors.Result.Split('\n')[0];
            return _outcomes.Count - before < cases.Length;
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private void Read(Process process, SystemCallTrace trace)
    {
        var lines = new List<string[]>();
        while (process.StandardOutput.ReadLine() is { } line and not "end")
        {
            lines.Add(line.Split(' ', 4));
        }

        process.WaitForExit();
        IReadOnlyDictionary<int, SortedSet<long>> calls = trace.End();
        foreach (string[] parts in lines.Where(static l => l.Length == 4))
        {
            int number = int.Parse(parts[0], CultureInfo.InvariantCulture);
            _outcomes[number] = new(
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                long.Parse(parts[2], CultureInfo.InvariantCulture),
                parts[3],
                HasEnded: false,
                calls.TryGetValue(number, out SortedSet<long>? made) ? made : []);
        }
    }
}
