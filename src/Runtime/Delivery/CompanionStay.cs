namespace TopHalf;

/// <summary>Whether a receiver's companion is inside its loop, and the way to get it out.</summary>
/// <remarks>Any thread.</remarks>
internal sealed class CompanionStay
{
    private readonly object _gate = new();
    private bool _isInside;
    private volatile bool _isStopped;

    /// <summary>The companion is to leave.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>The companion enters: false where it must not any more. One that has entered calls <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            _isInside = !_isStopped;
            return _isInside;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _isInside = false;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Lets nobody in any more, and waits until the companion is out.</summary>
    /// <param name="end">Ends its wait; called the first time only, and under the lock, so that it must not wait for the companion itself.</param>
    public void Stop(Action end)
    {
        lock (_gate)
        {
            if (!_isStopped)
            {
                _isStopped = true;
                end();
            }

            while (_isInside)
            {
                Monitor.Wait(_gate);
            }
        }
    }
}
