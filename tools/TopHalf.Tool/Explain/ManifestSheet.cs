namespace TopHalf.Tool;

/// <summary>A driver as a table: from the vectors, over the steps that its descriptors became, to the handler.</summary>
internal static class ManifestSheet
{
    public static void Show(DriverManifest manifest, Screen screen)
    {
        screen.Writer.WriteLine($"{manifest.Driver}, for {StepText.Ids(manifest)}");
        var sheet = new Sheet("vectors", "thread", "step", "register", "what happens");
        foreach (HandlerManifest handler in manifest.Handlers)
        {
            Add(sheet, handler.Vectors, handler.Program, handler.Name);
        }

        foreach (HandlerManifest handler in manifest.Handlers)
        {
            Add(sheet, "at the start", handler.Start, handler.Name);
        }

        Add(sheet, "at the end", manifest.Release, "");

        sheet.Show(screen);
    }

    private static void Add(Sheet sheet, string when, ReadOnlySpan<Step> steps, string handler)
    {
        foreach (Step step in steps)
        {
            sheet.Add(when, "", $"{step.Role}", StepText.Register(step), StepText.Action(step, handler));
        }
    }

    // The ranges of a handler stand beside its steps, one a line, whichever are more.
    private static void Add(Sheet sheet, ReadOnlySpan<VectorRange> ranges, ReadOnlySpan<Step> program, string handler)
    {
        for (int line = 0; line < Math.Max(ranges.Length, program.Length); line++)
        {
            bool hasRange = line < ranges.Length;
            bool hasStep = line < program.Length;
            sheet.Add(
                hasRange ? StepText.Vectors(ranges[line]) : "",
                hasRange ? StepText.Thread(ranges[line]) : "",
                hasStep ? $"{program[line].Role}" : "",
                hasStep ? StepText.Register(program[line]) : "",
                hasStep ? StepText.Action(program[line], handler) : "");
        }
    }
}
