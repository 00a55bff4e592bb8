using System.Globalization;
using System.Text;

namespace TopHalf.Tool;

/// <summary>Drivers as a Mermaid flowchart (mermaid.js.org), which documentation sites and code hosts draw.</summary>
internal static class MermaidChart
{
    public static string Of(IReadOnlyList<DriverManifest> drivers)
    {
        var text = new StringBuilder("flowchart LR\n");
        for (int i = 0; i < drivers.Count; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"d{i}");
            text.Append($"    subgraph {id}[{Quote($"{drivers[i].Driver}, for {StepText.Ids(drivers[i])}")}]\n");
            AddDriver(text, id, drivers[i]);
            text.Append("    end\n");
        }

        return text.ToString();
    }

    private static void AddDriver(StringBuilder text, string id, DriverManifest driver)
    {
        for (int h = 0; h < driver.Handlers.Length; h++)
        {
            HandlerManifest handler = driver.Handlers[h];
            string first = $"{id}h{h}s0";
            for (int v = 0; v < handler.Vectors.Length; v++)
            {
                VectorRange range = handler.Vectors[v];
                string thread = range.Thread.Length == 0 ? "" : $"<br/>thread {range.Thread}";
                string user = StepText.UserVectors(range) is { } vectors ? $"<br/>{vectors}" : "";
                string word = range.Count == 1 ? "vector" : "vectors";
                text.Append($"    {id}h{h}v{v}([{Quote($"{word} {StepText.Vectors(range)}{thread}{user}")}]) --> {first}\n");
            }

            AddSteps(text, $"{id}h{h}s", handler.Program, handler.Name);
            AddSteps(text, $"{id}h{h}b", "at the start", handler.Start, handler.Name);
        }

        AddSteps(text, $"{id}r", "at the end", driver.Release, "");
    }

    private static void AddSteps(StringBuilder text, string prefix, string when, ReadOnlySpan<Step> steps, string handler)
    {
        if (!steps.IsEmpty)
        {
            text.Append($"    {prefix}([{Quote(when)}]) --> {prefix}0\n");
            AddSteps(text, prefix, steps, handler);
        }
    }

    private static void AddSteps(StringBuilder text, string prefix, ReadOnlySpan<Step> program, string handler)
    {
        for (int s = 0; s < program.Length; s++)
        {
            Step step = program[s];
            string action = StepText.Action(step, handler);
            string next = $"{prefix}{s + 1}";
            switch (step.Operation)
            {
                case StepOperation.Handle:
                    text.Append($"    {prefix}{s}[[{Quote(action)}]]\n");
                    break;
                case StepOperation.TestAny or StepOperation.TestEqual:
                    text.Append($"    {prefix}{s}{{{Quote($"{StepText.Register(step)}<br/>{action}")}}}\n");
                    text.Append($"    {prefix}{s} -- no --> {prefix}{s}n(spurious)\n");
                    break;
                default:
                    text.Append($"    {prefix}{s}[{Quote($"{step.Role}<br/>{StepText.Register(step)}<br/>{action}")}]\n");
                    break;
            }

            if (s + 1 < program.Length)
            {
                text.Append($"    {prefix}{s} --> {next}\n");
            }
        }
    }

    // In quotation marks a label may hold anything but those; & would begin an entity.
    private static string Quote(string label)
        => $"\"{label.Replace("&", "#amp;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)}\"";
}
