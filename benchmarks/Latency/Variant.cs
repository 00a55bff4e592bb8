namespace TopHalf.Benchmarks.Latency;

/// <summary>A receiver to measure.</summary>
/// <param name="Name">Its name in tables and plots.</param>
/// <param name="Color">Its colour in plots.</param>
/// <param name="IsTwin">It is C, with which the others are compared.</param>
/// <param name="Wait">How it waits.</param>
/// <param name="Create">Makes it receive that many events of a card.</param>
internal sealed record Variant(string Name, string Color, bool IsTwin, WaitKind Wait, Func<Card, int, Receiver> Create)
{
    /// <summary>C as a process of its own: the twin where nothing else runs.</summary>
    public const string OwnProcess = "C, its own process";

    /// <summary>C on a thread of the .NET process: the twin where that process is under pressure, which then weighs on both.</summary>
    public const string OwnThread = "C, a thread of the same process";

    /// <summary>All, as they are run; another way to deliver is another line.</summary>
    public static IReadOnlyList<Variant> All { get; } =
    [
        .. Enum.GetValues<WaitKind>().Select(static wait =>
            new Variant(OwnProcess, "#7a7a7a", IsTwin: true, wait, (card, events) => new ProcessTwin(card, wait, events))),
        .. Enum.GetValues<WaitKind>().Select(static wait =>
            new Variant(OwnThread, "#1f5fa8", IsTwin: true, wait, (card, events) => new ThreadTwin(card, wait, events))),
        new Variant("TopHalf, managed", "#d1495b", IsTwin: false, WaitKind.Block, static (card, _) => new ManagedReceiver(card, new InterruptOptions())),
    ];
}
