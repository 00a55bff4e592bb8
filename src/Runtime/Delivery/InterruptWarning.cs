namespace TopHalf;

/// <summary>An option that was asked for at <see cref="OptionEnforcement.BestEffort"/> and could not be had.</summary>
/// <param name="Option">Its name, such as <c>RealTimePriority</c>.</param>
/// <param name="Thread">The thread's name in <see cref="MsiVectorAttribute.Thread"/>; empty for the default thread and the process.</param>
/// <param name="Reason">The call that was refused, the error, and what that means here: whole sentences.</param>
/// <param name="Remedy">How to mend it; empty where nothing can be said.</param>
public readonly record struct InterruptWarning(string Option, string Thread, string Reason, string Remedy)
{
    /// <summary>All of it in one text, for a log.</summary>
    public override string ToString()
        => $"{Option}{(string.IsNullOrEmpty(Thread) ? "" : $" of thread '{Thread}'")} is not in force: {Reason}{(string.IsNullOrEmpty(Remedy) ? "" : $" To mend it: {Remedy}")}";
}
