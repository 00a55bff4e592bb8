using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>Called before anything of a program, by what the package compiles into it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProgramStart
{
    /// <summary>
    /// Registers for the signals that end a process before the program can, so that who cancels one is known when bindings would be
    /// ended by it: .NET 10 calls who has registered first last. Further calls do nothing.
    /// </summary>
    public static void Watch() => ProcessEnd.WatchSignals();
}
