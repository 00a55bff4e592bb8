using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Waits, on a thread of its own, for what the kernel tells of a bound device.</summary>
internal sealed class DeviceWatch : IDisposable
{
    private static readonly BindingPlan Plan = new("", [(int)DeviceEvent.Request, (int)DeviceEvent.Error], new InterruptOptions());

    private readonly PciDevice _device;
    private readonly Action<DeviceEvent> _happened;
    private readonly InterruptReceiver _receiver;
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isConnected;

    /// <param name="device">Which device.</param>
    /// <param name="name">The thread's name.</param>
    /// <param name="happened">Called once at the most, on that thread.</param>
    public DeviceWatch(PciDevice device, string name, Action<DeviceEvent> happened)
    {
        _device = device;
        _happened = happened;
        _receiver = device.Receivers.Watch(device, Plan);
        _thread = new Thread(Watch) { Name = name, IsBackground = true };
    }

    /// <summary>Connects the events, and starts the thread.</summary>
    /// <exception cref="PciDeviceException">The kernel refuses, or there can be no further thread.</exception>
    public void Start()
    {
        _isConnected = true;
        _device.ConnectEvents(_receiver.Line((int)DeviceEvent.Request), _receiver.Line((int)DeviceEvent.Error));
        try
        {
            _thread.Start();
            _isStarted = true;
        }
        catch (OutOfMemoryException e)
        {
            throw ReceiveThread.NotStarted(_device.Name, _thread.Name!, e);
        }
    }

    /// <summary>Disconnects the events and ends the thread, unless it is the caller. Any thread, once.</summary>
    public void Dispose()
    {
        try
        {
            _receiver.Stop();
            if (_isStarted && _thread != Thread.CurrentThread)
            {
                _thread.Join();
            }

            if (_isConnected)
            {
                _device.DisconnectEvents();
            }
        }
        finally
        {
            _receiver.Dispose();
        }
    }

    private void Watch()
    {
        ref readonly InterruptEvent first = ref _receiver.Wait();
        if (!Unsafe.IsNullRef(in first))
        {
            _happened((DeviceEvent)first.Vector);
        }
    }
}
