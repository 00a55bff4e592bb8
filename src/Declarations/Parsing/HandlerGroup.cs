using System.Collections.Immutable;

namespace TopHalf.Declarations;

/// <summary>
/// The handlers of the same vectors, and which descriptors apply to them: several, where status bits tell which is called, else one.
/// </summary>
internal sealed class HandlerGroup(ImmutableArray<ParsedHandler> handlers, DescriptorSet shared)
{
    /// <summary>In the order in which they are called.</summary>
    public ImmutableArray<ParsedHandler> Handlers { get; } = handlers;

    /// <summary>Status bits tell which handler is called: what the class says is done once around all of them.</summary>
    public bool IsShared => Handlers.Length > 1 || Handlers[0].Own.IsSource;

    /// <summary>They handle the level-triggered line.</summary>
    public bool IsLine => Handlers[0].IsLine;

    /// <summary>The status registers that the handlers name themselves; more than one is a fault.</summary>
    public IEnumerable<Descriptor> OwnPendings => Handlers.Select(static h => h.Own.Pending).OfType<Descriptor>();

    public Descriptor? Pending => OwnPendings.FirstOrDefault() ?? shared.Pending;

    public ImmutableArray<Descriptor> Disables => Around(shared.Disables, static own => own.Disables);

    public ImmutableArray<Descriptor> Acknowledges => Around([.. shared.Acknowledges.Where(Applies)], static own => own.Acknowledges);

    public ImmutableArray<Descriptor> Enables => Around(shared.Enables, static own => own.Enables);

    /// <summary>How bits that no handler claims are masked.</summary>
    public Descriptor? Unclaimed => shared.Unclaimed;

    /// <summary>The bits that can be set where the interrupt is pending, of those that the test looks at.</summary>
    public ulong PossibleBits => Pending is { } pending ? pending.ValueOrMask : 0;

    /// <summary>The pending bits that belong to no handler.</summary>
    public ulong UnclaimedBits => Handlers.All(static h => h.Own.Bits is not null)
        ? Handlers.Aggregate(PossibleBits, static (left, h) => left & ~h.Own.Bits!.Mask)
        : 0;

    /// <summary>All that apply to one of its handlers, besides the release, which is not the handler's but the driver's.</summary>
    public IEnumerable<Descriptor> Effective
    {
        get
        {
            IEnumerable<Descriptor> around = Disables.Concat(Acknowledges).Concat(Enables);
            IEnumerable<Descriptor> own = Handlers.SelectMany(static h => h.Own.All.Where(static d => d.Role != AttributeKind.Release));
            return new[] { Pending, IsShared && UnclaimedBits != 0 ? Unclaimed : null }.OfType<Descriptor>().Concat(around).Concat(own).Distinct();
        }
    }

    /// <summary>Puts handlers that share their vectors together; in the order of the declaration.</summary>
    public static ImmutableArray<HandlerGroup> Make(IEnumerable<ParsedHandler> handlers, DescriptorSet shared)
    {
        var groups = new List<List<ParsedHandler>>();
        foreach (ParsedHandler handler in handlers)
        {
            if (groups.Find(g => g[0].SharesAll(handler)) is { } group)
            {
                group.Add(handler);
            }
            else
            {
                groups.Add([handler]);
            }
        }

        return [.. groups.Select(g => new HandlerGroup([.. g], shared))];
    }

    // A read that clears is the acknowledge: of what it has cleared always, and of all where a handler says so of its own register. Of that
    // of the class, another register that is acknowledged is a step like any other.
    private bool Applies(Descriptor acknowledge)
        => Pending is not { ReadClears: true } pending || (pending == shared.Pending && !acknowledge.Overlaps(pending));

    // Of a handler that is alone with its vectors, the own ones are instead of those of the class.
    private ImmutableArray<Descriptor> Around(ImmutableArray<Descriptor> ofClass, Func<DescriptorSet, ImmutableArray<Descriptor>> ofHandler)
        => !IsShared && ofHandler(Handlers[0].Own) is { IsEmpty: false } own ? own : ofClass;
}
