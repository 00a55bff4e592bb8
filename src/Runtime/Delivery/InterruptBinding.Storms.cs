namespace TopHalf;

/// <content>Sources that interrupt without end.</content>
public sealed partial class InterruptBinding
{
    private Action<InterruptStorm>? _stormDetected;

    private void GuardAgainstStorms(InterruptOptions options, BindingPlan[] plans)
    {
        _stormDetected = options.StormDetected;
        for (int i = 0; i < plans.Length; i++)
        {
            _receivers[i].GuardAgainstStorms(Manifest, plans[i].Options.StormRate, OnStorm);
        }
    }

    // On the receive thread of the vector, once for a vector: nothing is made where nobody wants to know.
    private void OnStorm(int vector, bool isMasked)
    {
        if (_stormDetected is null && !InterruptEventSource.Log.IsEnabled())
        {
            return;
        }

        var storm = new InterruptStorm(_device.Name, Manifest.HandlerOf(vector)!.Name, vector, isMasked);
        ThreadPool.UnsafeQueueUserWorkItem(static call => call.binding.Tell(call.storm), (binding: this, storm), preferLocal: false);
    }

    private void Tell(InterruptStorm storm)
    {
        InterruptEventSource.Log.StormDetected(storm.Device, storm.Handler, storm.Vector, storm.IsMasked);
        _stormDetected?.Invoke(storm);
    }
}
