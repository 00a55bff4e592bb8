namespace TopHalf;

/// <content>Sources that interrupt without end.</content>
public sealed partial class InterruptBinding
{
    private readonly Dictionary<HandlerManifest, Step[]> _masks = [];
    private Action<InterruptStorm>? _stormDetected;

    private void GuardAgainstStorms(InterruptOptions options, BindingPlan[] plans)
    {
        _stormDetected = options.StormDetected;
        foreach (HandlerManifest handler in Manifest.Handlers)
        {
            _masks.Add(handler, SourceControl.StepsToDisable(handler));
        }

        _ = Manifest.HandlerOf(0); // its index is made here, and not in a storm
        for (int i = 0; i < plans.Length; i++)
        {
            _receivers[i].GuardAgainstStorms(plans[i].Options.StormRate, OnStorm);
        }
    }

    // On the receive thread of the vector. What goes wrong with the card here ends the binding, as with a handler.
    private void OnStorm(int vector, bool mask, bool report)
    {
        HandlerManifest handler = Manifest.HandlerOf(vector)!;
        Step[] steps = _masks[handler];
        if (mask)
        {
            foreach (Step step in steps)
            {
                StepInterpreter.Apply(step, _device);
            }
        }

        if (report && _stormDetected is { } tell)
        {
            // Where the steps of the program have masked it, those that stand right behind the test.
            bool isMasked = Manifest.IsLine || (mask ? steps.Length > 0 : handler.Program is [_, { Role: StepRole.Disable }, ..]);
            var storm = new InterruptStorm(_device.Name, handler.Name, vector, isMasked);
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.tell(call.storm), (tell, storm), preferLocal: false);
        }
    }
}
