namespace TopHalf.Declarations;

/// <summary>The members that are generated into a driver class.</summary>
[Flags]
public enum GeneratedMembers
{
    None = 0,
    Manifest = 1,
    EnableInterrupts = 2,
    RunInterrupts = 4,
    Dispatcher = 8,
    All = Manifest | EnableInterrupts | RunInterrupts | Dispatcher,
}
