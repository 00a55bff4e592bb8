namespace TopHalf.Generator.Tests.Properties.Interleavings;

/// <summary>A card and a driver for it.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Signalling">When the card interrupts.</param>
/// <param name="Sources">How many it has.</param>
/// <param name="Driver">The driver's declaration.</param>
internal sealed record Shape(string Name, Signalling Signalling, int Sources, DriverSpec Driver)
{
    /// <summary>The sources are bits of the second level.</summary>
    public bool HasBank { get; init; }

    /// <summary>The handler has its source withdraw what it said.</summary>
    public bool Withdraws { get; init; }

    public ModelCard NewCard() => new(Signalling, HasBank);

    /// <summary>Whether a call is for a source.</summary>
    public bool Serves(Happening call, int source) => HasBank
        ? call.Index == source
        : Driver.Groups[0].Handlers.Length > 1 ? call.Handler == $"On0{source}" : Driver.Groups[0].Handlers[0].Each ? call.Index == source : true;

    public override string ToString() => Name;
}

/// <summary>Drivers that are right for their cards, and some that are not.</summary>
internal static class Shapes
{
    private static readonly DescriptorSpec Pending = D("IrqPending", ModelCard.Status);
    private static readonly DescriptorSpec Look = Pending with { Named = [("Recheck", "1000")] };
    private static readonly DescriptorSpec Echo = D("IrqAck", ModelCard.Status, ("Clear", "IrqClear.Echo"));
    private static readonly DescriptorSpec EchoAfter = D("IrqAck", ModelCard.Status, ("Clear", "IrqClear.Echo"), ("After", "true"));
    private static readonly DescriptorSpec Mask = D("IrqDisable", ModelCard.MaskOn, ("Flush", "true"));
    private static readonly DescriptorSpec Unmask = D("IrqEnable", ModelCard.MaskOff);
    private static readonly DescriptorSpec BankRead = D("StatusBank", ModelCard.Bank);

    private static readonly HandlerSpec One = new(0, false, false, []);
    private static readonly HandlerSpec[] Two = [new(1, false, false, []), new(2, false, false, [])];
    private static readonly HandlerSpec[] Each = [new(3, true, false, [])];
    private static readonly HandlerSpec[] OfBank = [new(1, false, false, [BankRead])];

    /// <summary>Where nothing may be lost, and nothing handled twice.</summary>
    public static readonly Shape[] Right =
    [
        new("a message, no status", Signalling.EveryRaise, 1, Driver([], One)),
        new("a message for every raise", Signalling.EveryRaise, 1, Driver([Pending, Echo], One)),
        new("a status that its read clears", Signalling.EveryRaise, 1, Driver([D("IrqPending", ModelCard.StatusCleared, ("ReadClears", "true"))], One)),
        new("masked around the handler", Signalling.EveryRaise, 1, Driver([Pending, Mask, Echo, Unmask], One)),
        new("masked, and a message for the first bit", Signalling.FirstBit, 1, Driver([Pending, Mask, Echo, Unmask], One)),
        new("withdrawn by the handler", Signalling.FirstBit, 1, Driver([Pending, Mask, D("IrqAck", ModelCard.Status, ("Clear", "IrqClear.AtSource")), Unmask], One)) { Withdraws = true },
        new("looked at again", Signalling.FirstBit, 1, Driver([Look, Echo], One)),
        new("a line", Signalling.Level, 1, Line([Pending, Echo], One)),
        new("a masked line", Signalling.Level, 1, Line([Pending, Mask, Echo, Unmask], One)),
        new("two sources of a line", Signalling.Level, 2, Line([Pending, Echo], Two)),
        new("two sources, a message for every raise", Signalling.EveryRaise, 2, Driver([Pending, Echo], Two)),
        new("two sources, looked at again", Signalling.FirstBit, 2, Driver([Look, Echo], Two)),
        new("each bit, looked at again", Signalling.FirstBit, 2, Driver([Look, Echo], Each)),
        new("a bank", Signalling.FirstBit, 2, Driver([Look, Echo], OfBank)) { HasBank = true },
        new("a bank, acknowledged after it", Signalling.FirstBit, 2, Driver([Look, EchoAfter], OfBank)) { HasBank = true },
        new("a bank, by its line", Signalling.Level, 2, Line([Pending, Echo], OfBank)) { HasBank = true },
    ];

    /// <summary>Where something is lost, or handled twice.</summary>
    public static readonly (Shape Shape, string Fault)[] Wrong =
    [
        (new("acknowledged after the handler", Signalling.EveryRaise, 1, Driver([Pending, EchoAfter], One)), "lost"),
        (new("masked and never unmasked", Signalling.EveryRaise, 1, Driver([Pending, Mask, Echo], One)), "lost"),
        (new("not looked at again", Signalling.FirstBit, 2, Driver([Pending, Echo], Two)), "lost"),
        (new("acknowledged beyond what was seen", Signalling.EveryRaise, 2, Driver([Pending, D("IrqAck", ModelCard.Status)], Two)), "lost"),
        (new("never acknowledged", Signalling.EveryRaise, 1, Driver([D("IrqPending", ModelCard.Status, ("Recheck", "1"))], One)), "twice"),
    ];

    private static DescriptorSpec D(string attribute, uint offset, params (string, string)[] named) => new(attribute, "Mmio32", 0, offset, 0x3, null, named);

    private static DriverSpec Driver(DescriptorSpec[] onClass, params HandlerSpec[] handlers) => new(onClass, [new([(0, 1)], handlers)]);

    private static DriverSpec Line(DescriptorSpec[] onClass, params HandlerSpec[] handlers) => new(onClass, [new([], handlers)]);
}
