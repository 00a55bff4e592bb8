namespace TopHalf;

/// <summary>A vector that arrives at an eventfd: what VFIO signals.</summary>
internal sealed class EventFdLine(EventFd eventFd) : VectorLine
{
    public EventFd EventFd { get; } = eventFd;

    public override void Signal() => EventFd.Signal();

    public override void Dispose() => EventFd.Dispose();
}
