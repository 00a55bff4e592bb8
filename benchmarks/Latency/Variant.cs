namespace TopHalf.Benchmarks.Latency;

/// <summary>A receiver to measure.</summary>
/// <param name="Name">Its name in tables and plots.</param>
/// <param name="Color">Its colour in plots.</param>
/// <param name="IsTwin">It is C, with which the others are compared.</param>
/// <param name="Wait">How it waits.</param>
/// <param name="IsStampedAtAcknowledge">The time stamp that the handler gets is the acknowledge's; else it is taken when the handler begins.</param>
/// <param name="Create">Makes it receive that many events of a card, with a priority of SCHED_FIFO, or none: 0.</param>
internal sealed record Variant(string Name, string Color, bool IsTwin, WaitKind Wait, bool IsStampedAtAcknowledge, Func<Card, int, int, Receiver> Create)
{
    /// <summary>C as a process of its own: the twin where nothing else runs.</summary>
    public const string OwnProcess = "C, its own process";

    /// <summary>C on a thread of the .NET process: the twin where that process is under pressure, which then weighs on both.</summary>
    public const string OwnThread = "C, a thread of the same process";

    /// <summary>All, as they are run; another way to deliver is another line.</summary>
    public static IReadOnlyList<Variant> All { get; } =
    [
        .. Ways(OwnProcess, "#7a7a7a", isTwin: true, isStampedAtAcknowledge: false, static wait => (card, events, priority) => new ProcessTwin(card, wait, events, priority)),
        .. Ways(OwnThread, "#1f5fa8", isTwin: true, isStampedAtAcknowledge: false, static wait => (card, events, priority) => new ThreadTwin(card, wait, events, priority)),
        .. Ways("TopHalf, managed", "#d1495b", isTwin: false, isStampedAtAcknowledge: false, static wait => (card, _, priority) => new ManagedReceiver(card, wait, TopHalfMode.Managed, priority)),
        .. Ways("TopHalf, native top half", "#2e8b57", isTwin: false, isStampedAtAcknowledge: true, static wait => (card, _, priority) => new ManagedReceiver(card, wait, TopHalfMode.Native, priority)),
    ];

    private static IEnumerable<Variant> Ways(
        string name, string color, bool isTwin, bool isStampedAtAcknowledge, Func<WaitKind, Func<Card, int, int, Receiver>> create)
        => Enum.GetValues<WaitKind>().Select(wait => new Variant(name, color, isTwin, wait, isStampedAtAcknowledge, create(wait)));
}
