namespace TopHalf;

/// <content>What the kernel tells of the device itself, and how the binding ends by it.</content>
public sealed partial class InterruptBinding
{
    private DeviceWatch? _watch;

    private void WatchDevice()
    {
        if (_device.HasEvents)
        {
            _watch = new DeviceWatch(_device, $"dev/{ShortName}", OnDeviceEvent);
            _watch.Start();
        }
    }

    // On the watch's thread, which the end does not wait for.
    private void OnDeviceEvent(DeviceEvent what)
    {
        if (what == DeviceEvent.Error)
        {
            Record(new DeviceErrorException(_device.Name));
            Attempt(_dispatcher.DeviceFailed);
            TryEnd();
            return;
        }

        InterruptEventSource.Log.DeviceRequested(_device.Name, Manifest.Driver);
        Attempt(_dispatcher.DeviceRequested);
        TryEnd();

        // Whoever unbinds waits for the device to be closed. Elsewhere, since somebody may be ending the binding and wait for this thread.
        ThreadPool.UnsafeQueueUserWorkItem(static device => device.Close(), _device, preferLocal: false);
    }
}
